import type { Assistant } from "../../ask.ts";
import type { Logger } from "../../ports/logger.ts";
import type { ReceiveSlack } from "../../slack/index.ts";
import { createSlackBot } from "../slack-bot.ts";
import { isSlackSetUp, type SlackMemory, type SlackSettings } from "../slack-settings.ts";

export interface WorkerSlack {
  /** Answers a request; what it hands on belongs into `waitUntil`. */
  readonly receive: ReceiveSlack;
  /** Goes on with what isolates left undone that are gone; for `scheduled`, every minute. */
  readonly resume: () => Promise<void>;
}

export interface WorkerSlackOptions {
  /** Null where no D1 database is bound. */
  readonly memory: SlackMemory | null;
  readonly assistant: () => Promise<Assistant>;
  readonly logger: Logger;
  /** What Slack is called with. Default: the runtime's. */
  readonly fetch?: typeof fetch;
  readonly patienceMs?: number;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** A request's work ends 30 s after its response (developers.cloudflare.com/workers/runtime-apis/context); claims outlive it. */
const CLAIM_MS = 45_000;
/** Jobs that one run of the cron goes on with: each takes about ten queries, and the free plan has 50. */
const MOST_RESUMED = 4;

/**
 * The bot for Slack on Workers, where many isolates, each of which may end at any moment, work on one inbox in D1. Null,
 * with a line in the log that says why, when something is missing.
 */
export function openWorkerSlack(settings: SlackSettings, options: WorkerSlackOptions): WorkerSlack | null {
  const { memory, logger } = options;
  const setUp = isSlackSetUp(settings, { name: "DB", isThere: memory !== null }, logger);
  if (!setUp || memory === null) return null;
  const bot = createSlackBot(settings, { ...options, memory, claimMs: CLAIM_MS });
  return {
    // A worker for each request: what waits in one must not wait for a request that has ended.
    receive: bot.createReceive((job) => bot.createWorker().work(job)),
    resume: () => bot.createWorker().resume(MOST_RESUMED),
  };
}
