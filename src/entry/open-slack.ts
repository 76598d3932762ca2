import type { Assistant } from "../ask.ts";
import type { Logger } from "../ports/logger.ts";
import type { ReceiveSlack } from "../slack/index.ts";
import type { OpenMemory } from "./open-memory.ts";
import type { Settings } from "./settings.ts";

export interface OpenSlack {
  readonly receive: ReceiveSlack;
  /** Resolves when what is being worked on is over, or after a while: what is pending is done after the next start. */
  close(): Promise<void>;
}

export interface SlackOptions {
  readonly memory: OpenMemory | null;
  readonly assistant: Promise<Assistant>;
  readonly logger: Logger;
  /** Milliseconds between looks for what is still pending. */
  readonly resumeMs?: number;
  readonly patienceMs?: number;
  /** Milliseconds that a call of Slack's may take. */
  readonly callMs?: number;
  /** Milliseconds that work gets to end when the bot is closed. */
  readonly closeMs?: number;
}

const RESUME_MS = 60_000;
const CLOSE_MS = 5_000;

/**
 * The bot for Slack, when the settings name it: goes on with what was pending, now and every minute. Null, with a line in
 * the log that says why, when a setting is missing.
 */
export async function openSlack(settings: Settings, options: SlackOptions): Promise<OpenSlack | null> {
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: token } = settings;
  const { memory, assistant, logger, resumeMs = RESUME_MS, patienceMs, closeMs = CLOSE_MS } = options;
  const missing = [
    ...(signingSecret === "" ? ["SLACK_SIGNING_SECRET"] : []),
    ...(token === "" ? ["SLACK_BOT_TOKEN"] : []),
    ...(memory === null ? ["DATABASE"] : []),
  ];
  if (missing.length > 0 || memory === null) {
    logger.info("Slack is off: settings are missing", { missing: missing.join(", ") });
    return null;
  }
  // Only where it is used: Slack's libraries take a tenth of a second to load.
  const { createReceiveSlack, createSlackWorker, isLate } = await import("../slack/index.ts");
  const { createSlackWebApi } = await import("../adapters/core/slack-web-api.ts");
  const inWork = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    inWork.add(work);
    void work
      .catch((error: unknown) => {
        logger.error("work for Slack failed", { error });
      })
      .finally(() => inWork.delete(work));
  };
  const worker = createSlackWorker({
    assistant: () => assistant,
    memory,
    inbox: memory.slack,
    api: createSlackWebApi({
      token,
      ...(options.callMs === undefined ? {} : { timeoutMs: options.callMs }),
      ...(settings.SLACK_API_URL === "" ? {} : { baseUrl: settings.SLACK_API_URL }),
    }),
    logger,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  const resume = (): void => {
    track(
      worker.resume().catch((error: unknown) => {
        logger.error("what is pending for Slack cannot be read", { error });
      }),
    );
  };
  assistant.then(resume, () => undefined);
  const timer = setInterval(resume, resumeMs);
  timer.unref();
  return {
    receive: createReceiveSlack({
      signingSecret,
      inbox: memory.slack,
      start: (job) => {
        track(worker.work(job));
      },
      channels: settings.SLACK_CHANNELS.length === 0 ? null : settings.SLACK_CHANNELS,
      answersThreads: settings.SLACK_THREADS === "all",
      logger,
    }),
    close: async () => {
      clearInterval(timer);
      await isLate(Promise.allSettled(inWork), closeMs);
    },
  };
}
