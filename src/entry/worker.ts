import type { ExecutionContext } from "hono";
import tfjs from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm";
import { openService, type WorkerService } from "./worker/open-service.ts";
import { refuse } from "./worker/refuse.ts";
import type { WorkerEnv } from "./worker/worker-env.ts";

/** One an isolate. */
let service: WorkerService | null = null;

/** What is answered from the index, and so waits for it. */
const FROM_INDEX = /^\/(?:ask|search|passages|report|ready)(?:\/|$)/u;
/** Pages whose readers will ask: the index is read meanwhile. */
const BEFORE_ASKING = /^\/(?:widget\.js)?$/u;
/** The cron of wrangler.toml that goes on with Slack's questions; the other one removes what is old. */
const RESUME = "* * * * *";

export default {
  async fetch(request: Request, env: WorkerEnv, context: ExecutionContext): Promise<Response> {
    try {
      service ??= openService(env, tfjs);
    } catch (error) {
      return refuse(error);
    }
    const { pathname } = new URL(request.url);
    if (FROM_INDEX.test(pathname) || BEFORE_ASKING.test(pathname)) {
      const ready = service.ready();
      // The first request may be gone before the others that wait are served.
      context.waitUntil(ready);
      if (FROM_INDEX.test(pathname)) await ready;
    }
    return service.app.fetch(request, env, context);
  },

  async scheduled({ cron }: { readonly cron: string }, env: WorkerEnv): Promise<void> {
    service ??= openService(env, tfjs);
    await (cron === RESUME ? service.resume() : service.removeOld());
  },
};
