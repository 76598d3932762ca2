import type { ExecutionContext } from "hono";
import tfjs from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm";
import { openService, type WorkerService } from "./worker/open-service.ts";
import type { WorkerEnv } from "./worker/worker-env.ts";

/** One an isolate. */
let service: WorkerService | null = null;

/** Says that the Worker runs, without waiting for the index. */
const LIVENESS = "/health";
/** Slack waits three seconds for its acknowledgement, which the index may take; the work that follows waits for it. */
const ACKNOWLEDGED = "/slack/events";
/** The cron of wrangler.toml that goes on with Slack's questions; the other one removes what is old. */
const RESUME = "* * * * *";

export default {
  async fetch(request: Request, env: WorkerEnv, context: ExecutionContext): Promise<Response> {
    service ??= openService(env, tfjs);
    const { pathname } = new URL(request.url);
    if (pathname !== LIVENESS && pathname !== ACKNOWLEDGED) {
      const ready = service.ready();
      // The first request may be gone before the others that wait are served.
      context.waitUntil(ready);
      await ready;
    }
    return service.app.fetch(request, env, context);
  },

  async scheduled({ cron }: { readonly cron: string }, env: WorkerEnv): Promise<void> {
    service ??= openService(env, tfjs);
    await (cron === RESUME ? service.resume() : service.removeOld());
  },
};
