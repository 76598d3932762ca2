import type { Assistant } from "../ask.ts";
import type { Logger } from "../ports/logger.ts";
import type { ReceiveSlack } from "../slack/index.ts";
import type { OpenMemory } from "./open-memory.ts";
import { isSlackSetUp, type SlackSettings } from "./slack-settings.ts";

export interface OpenSlack {
  /** The work that is asked for is kept track of here. */
  readonly receive: (request: Request) => ReturnType<ReceiveSlack>;
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
export async function openSlack(settings: SlackSettings, options: SlackOptions): Promise<OpenSlack | null> {
  const { memory, assistant, logger, resumeMs = RESUME_MS, patienceMs, closeMs = CLOSE_MS } = options;
  const setUp = isSlackSetUp(settings, { name: "DATABASE", isThere: memory !== null }, logger);
  if (!setUp || memory === null) return null;
  // Only where it is used: Slack's libraries take a tenth of a second to load.
  const { createSlackBot } = await import("./slack-bot.ts");
  const { isLate } = await import("../slack/index.ts");
  const inWork = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    inWork.add(work);
    void work
      .catch((error: unknown) => {
        logger.error("work for Slack failed", { error });
      })
      .finally(() => inWork.delete(work));
  };
  const { callMs } = options;
  const bot = createSlackBot(settings, {
    memory,
    assistant: () => assistant,
    logger,
    patienceMs,
    callMs,
  });
  const worker = bot.createWorker();
  const receive = bot.createReceive((job) => worker.work(job));
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
    receive: (request) => receive(request, track),
    close: async () => {
      clearInterval(timer);
      await isLate(Promise.allSettled(inWork), closeMs);
    },
  };
}
