import type { OpenAPIHono } from "@hono/zod-openapi";
import { createConsoleLogger } from "../../adapters/worker/console-logger.ts";
import { createPageAssets, createReadAsset } from "../../adapters/worker/read-asset.ts";
import { createUncountedMetrics } from "../../adapters/worker/uncounted-metrics.ts";
import type { Assistant } from "../../ask.ts";
import type { AppEnv } from "../../serve/app-deps.ts";
import { createApp } from "../../serve/create-app.ts";
import { addressKey } from "../address-key.ts";
import { readSettings } from "../settings.ts";
import { PAGE_ASSETS } from "./asset-names.ts";
import { loadWorkerAssistant } from "./load-worker-assistant.ts";
import { settingsIn, type WorkerEnv } from "./worker-env.ts";

/** The service of one isolate. */
export interface WorkerService {
  readonly app: OpenAPIHono<AppEnv>;
  /** Resolves when questions can be answered, or when that failed, which is logged; a later call tries again. */
  ready(): Promise<void>;
}

/** Opens the service over the bindings of a Worker. Reads no asset before `ready` is called. */
export function openService(env: WorkerEnv, module: WebAssembly.Module): WorkerService {
  const settings = readSettings(settingsIn(env));
  const logger = createConsoleLogger(settings.LOG_LEVEL);
  const read = createReadAsset(env.ASSETS);
  let assistant: Assistant | null = null;
  let loading: Promise<void> | null = null;
  const load = async (): Promise<void> => {
    try {
      assistant = await loadWorkerAssistant(settings, {
        read,
        module,
        logger,
        vectors: { ai: env.AI, vectorize: env.VECTORS },
      });
      logger.info("ready", { ...assistant.indexInfo });
    } catch (error) {
      loading = null;
      logger.error("the assistant cannot be loaded", { error });
    }
  };
  const app = createApp({
    assistant: () => assistant,
    settings: {
      corsOrigins: settings.CORS_ORIGINS,
      requestTimeoutMs: settings.REQUEST_TIMEOUT_MS,
      publicUrl: settings.PUBLIC_URL,
    },
    memory: null,
    slack: null,
    rateLimiter: null,
    logger,
    metrics: createUncountedMetrics(),
    assets: createPageAssets(env.ASSETS, PAGE_ASSETS),
    // The platform's own word on who is connected (developers.cloudflare.com/fundamentals/reference/http-headers).
    clientAddress: (c) => addressKey(c.req.header("CF-Connecting-IP") ?? "unknown"),
  });
  return { app, ready: () => (loading ??= load()) };
}
