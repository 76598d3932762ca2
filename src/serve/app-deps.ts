import type { Context } from "hono";
import type { Assistant } from "../ask.ts";
import type { Memory } from "../remember.ts";
import { AppError } from "../domain/errors.ts";
import type { Assets } from "../ports/assets.ts";
import type { Logger } from "../ports/logger.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { RateLimiter } from "../ports/rate-limiter.ts";

/** What middleware leaves for handlers. */
export interface AppEnv {
  Variables: { requestId: string };
}

export interface AppSettings {
  /** Origins whose pages may call the service; "*" for all, none by default. */
  readonly corsOrigins: "*" | readonly string[];
  /** Milliseconds an answer may take. */
  readonly requestTimeoutMs: number;
  /** Where the service is reached from outside; "" when that is not known. */
  readonly publicUrl: string;
}

/** All that the app is made of. Web standards only, so that it runs on Node and on Workers alike. */
export interface AppDeps {
  /** The loaded assistant, or null while the index is not ready. */
  readonly assistant: () => Assistant | null;
  readonly settings: AppSettings;
  /** Null keeps nothing. */
  readonly memory: Memory | null;
  /** Null sets no limit. */
  readonly rateLimiter: RateLimiter | null;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Swagger UI's files. */
  readonly assets: Assets;
  /** Answers Slack's requests, with work that goes on after the response; null where Slack is not set up. */
  readonly slack: ((request: Request, later: (work: Promise<void>) => void) => Promise<Response>) | null;
  /** The key requests are counted by. */
  readonly clientAddress: (c: Context<AppEnv>) => string;
  /** Milliseconds since any fixed point. */
  readonly now?: () => number;
  /** Makes request ids. */
  readonly newId?: () => string;
}

/** Seconds after which a client may ask again while the index is being loaded. */
const LOADING_RETRY_SECONDS = 2;

/** @throws AppError `index_not_ready` while there is no assistant yet. */
export function readyAssistant(deps: Pick<AppDeps, "assistant">): Assistant {
  const assistant = deps.assistant();
  if (assistant !== null) return assistant;
  throw new AppError("index_not_ready", "The index is still being loaded: try again in a moment.", {
    retryable: true,
    retryAfterSeconds: LOADING_RETRY_SECONDS,
  });
}
