import { createSlackWebApi } from "../adapters/core/slack-web-api.ts";
import type { Assistant } from "../ask.ts";
import type { SlackJob } from "../domain/slack-job.ts";
import type { Logger } from "../ports/logger.ts";
import {
  createReceiveSlack,
  createSlackWorker,
  type ReceiveSlack,
  type SlackWorker,
} from "../slack/index.ts";
import type { SlackMemory, SlackSettings } from "./slack-settings.ts";

export interface SlackBotOptions {
  readonly memory: SlackMemory;
  readonly assistant: () => Promise<Assistant>;
  readonly logger: Logger;
  readonly patienceMs?: number | undefined;
  /** Milliseconds that a call of Slack's may take. */
  readonly callMs?: number | undefined;
  /** See createSlackWorker. */
  readonly claimMs?: number;
  readonly clock?: () => number;
  readonly fetch?: typeof fetch;
}

/** The bot's parts, for an entry to put together. */
export interface SlackBot {
  createWorker(): SlackWorker;
  createReceive(start: (job: SlackJob) => Promise<void>): ReceiveSlack;
}

/** The bot for Slack that the settings name; none of them may be missing. */
export function createSlackBot(settings: SlackSettings, options: SlackBotOptions): SlackBot {
  const { memory, assistant, logger, patienceMs, callMs, claimMs = null } = options;
  const clock = options.clock === undefined ? {} : { clock: options.clock };
  const api = createSlackWebApi({
    token: settings.SLACK_BOT_TOKEN,
    ...(callMs === undefined ? {} : { timeoutMs: callMs }),
    ...(settings.SLACK_API_URL === "" ? {} : { baseUrl: settings.SLACK_API_URL }),
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  });
  return {
    createWorker: () =>
      createSlackWorker({
        assistant,
        memory,
        inbox: memory.slack,
        api,
        logger,
        claimMs,
        ...(patienceMs === undefined ? {} : { patienceMs }),
        ...clock,
      }),
    createReceive: (start) =>
      createReceiveSlack({
        signingSecret: settings.SLACK_SIGNING_SECRET,
        inbox: memory.slack,
        start,
        channels: settings.SLACK_CHANNELS.length === 0 ? null : settings.SLACK_CHANNELS,
        answersThreads: settings.SLACK_THREADS === "all",
        logger,
        ...clock,
      }),
  };
}
