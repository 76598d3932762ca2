import type { ExecutionContext } from "hono";
import tfjs from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm";
import { openService, type WorkerService } from "./worker/open-service.ts";
import type { WorkerEnv } from "./worker/worker-env.ts";

/** One an isolate. */
let service: WorkerService | null = null;

/** Says that the Worker runs, without waiting for the index. */
const LIVENESS = "/health";

export default {
  async fetch(request: Request, env: WorkerEnv, context: ExecutionContext): Promise<Response> {
    service ??= openService(env, tfjs);
    if (new URL(request.url).pathname !== LIVENESS) {
      const ready = service.ready();
      // The first request may be gone before the others that wait are served.
      context.waitUntil(ready);
      await ready;
    }
    return service.app.fetch(request, env, context);
  },
};
