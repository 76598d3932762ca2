import type { OpenAPIHono } from "@hono/zod-openapi";
import { createBindingRateLimiter } from "../../adapters/worker/binding-rate-limiter.ts";
import { createConsoleLogger } from "../../adapters/worker/console-logger.ts";
import { createD1Database } from "../../adapters/worker/d1-database.ts";
import { createPageAssets, createReadAsset } from "../../adapters/worker/read-asset.ts";
import { createUncountedMetrics } from "../../adapters/worker/uncounted-metrics.ts";
import type { AppEnv } from "../../serve/app-deps.ts";
import { createApp } from "../../serve/create-app.ts";
import { addressKey } from "../address-key.ts";
import { readSettings } from "../settings.ts";
import { createSqlMemory } from "../sql-memory.ts";
import { PAGE_ASSETS } from "./asset-names.ts";
import { loadOnce } from "./load-once.ts";
import { loadWorkerAssistant } from "./load-worker-assistant.ts";
import { openWorkerSlack } from "./open-slack.ts";
import { settingsIn, type WorkerEnv } from "./worker-env.ts";

/** Seconds of the rate limit's period in wrangler.toml. */
const RATE_PERIOD = 60;

/** The service of one isolate. */
export interface WorkerService {
  readonly app: OpenAPIHono<AppEnv>;
  /** Resolves when questions can be answered, or when that failed, which is logged; a later call tries again. */
  ready(): Promise<void>;
  /** Goes on with what is left of Slack's questions. */
  resume(): Promise<void>;
  /** Removes what has been kept for long enough. */
  removeOld(): Promise<void>;
}

/**
 * Opens the service over a Worker's bindings; what is not bound turns its feature off. Reads no asset before the assistant is needed.
 * @throws AppError `config_invalid` for a setting that cannot be read.
 */
export function openService(env: WorkerEnv, module: WebAssembly.Module): WorkerService {
  const settings = readSettings(settingsIn(env));
  const logger = createConsoleLogger(settings.LOG_LEVEL);
  const read = createReadAsset(env.ASSETS);
  const vectors = { ai: env.AI, vectorize: env.VECTORS };
  const assistant = loadOnce(async () => {
    try {
      const loaded = await loadWorkerAssistant(settings, { read, module, logger, vectors });
      logger.info("ready", { ...loaded.indexInfo });
      return loaded;
    } catch (error) {
      logger.error("the assistant cannot be loaded", { error });
      throw error;
    }
  });
  const memory = env.DB ? createSqlMemory(createD1Database(env.DB), settings) : null;
  const slack = openWorkerSlack(settings, { memory, assistant: assistant.load, logger });
  const onFailure = (error: unknown): void => {
    logger.error("a request was not counted", { error });
  };
  const app = createApp({
    assistant: assistant.loaded,
    settings: {
      corsOrigins: settings.CORS_ORIGINS,
      requestTimeoutMs: settings.REQUEST_TIMEOUT_MS,
      publicUrl: settings.PUBLIC_URL,
    },
    memory,
    slack: slack?.receive ?? null,
    rateLimiter: env.RATE_LIMITER
      ? createBindingRateLimiter(env.RATE_LIMITER, { periodSeconds: RATE_PERIOD, onFailure })
      : null,
    logger,
    metrics: createUncountedMetrics(),
    assets: createPageAssets(env.ASSETS, PAGE_ASSETS),
    // The platform's own word on who is connected (developers.cloudflare.com/fundamentals/reference/http-headers).
    clientAddress: (c) => addressKey(c.req.header("CF-Connecting-IP") ?? "unknown"),
  });
  return {
    app,
    ready: async () => {
      // What it failed with is told by what needs it, and logged when it was tried.
      await assistant.load().catch(() => undefined);
    },
    resume: async () => slack?.resume(),
    removeOld: async () => memory?.removeOld(),
  };
}
