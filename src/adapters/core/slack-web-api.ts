import { SlackAPIClient, SlackAPIConnectionError, SlackAPIError } from "slack-web-api-client";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { SlackPost } from "../../domain/slack-job.ts";
import type { SlackApi, SlackMessage, SlackTarget } from "../../slack/index.ts";
import { pause, unlessAborted } from "./abortable.ts";

export interface SlackWebApiOptions {
  /** A bot's, "xoxb-...". Never shown or logged. */
  readonly token: string;
  /** By default Slack's own. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  /** Calls made again after failures that pass. */
  readonly retries?: number;
  /** Milliseconds before the first of these; doubled for each further one. A rate limit says itself how long. */
  readonly backoffMs?: number;
  /** Milliseconds that one call may take. */
  readonly timeoutMs?: number;
}

/** The name under which a job is kept in a message's metadata. */
const EVENT_TYPE = "ask_the_report_answer";

const postedSchema = z.object({ channel: z.string(), ts: z.string() });
const messagesSchema = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z
          .object({ event_type: z.string(), event_payload: z.object({ job: z.string() }) })
          .optional()
          .catch(undefined),
      }),
    )
    .default([]),
});

/** Slack's Web API (api.slack.com/methods) by slack-web-api-client, with waits for rate limits and passing failures. */
export function createSlackWebApi(options: SlackWebApiOptions): SlackApi {
  const {
    token,
    baseUrl,
    retries = 5,
    backoffMs = 500,
    timeoutMs = 10_000,
    fetch: fetcher = fetch,
  } = options;
  const client = new SlackAPIClient(token, {
    logLevel: "ERROR",
    retryHandlers: [],
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });

  /** @param before looked at before the call is made again: what it gives is what the call would have */
  const patiently = async <T>(
    what: string,
    call: () => Promise<T>,
    before: (() => Promise<T | null>) | null = () => Promise.resolve(null),
  ): Promise<T> => {
    for (let again = 0; ; again += 1) {
      try {
        return await unlessAborted(call(), AbortSignal.timeout(timeoutMs));
      } catch (error) {
        const failure = failureOf(error, what);
        // What may have been done and cannot be looked for is not done again.
        const safe = before !== null || failure.retryAfterSeconds !== null;
        if (!failure.retryable || !safe || again === retries) throw failure;
        const asked = failure.retryAfterSeconds;
        await pause(asked === null ? backoffMs * 2 ** again : asked * 1000, new AbortController().signal);
        // Slack may have done what it did not tell of; after a rate limit it has not.
        const done = asked === null && before !== null ? await before() : null;
        if (done !== null) return done;
      }
    }
  };

  const find = async ({ channel, thread, jobId }: SlackTarget): Promise<SlackPost | null> => {
    const common = { channel, limit: 999, include_all_metadata: true };
    const found = messagesSchema.parse(
      thread === null
        ? await client.call("conversations.history", common)
        : await client.call("conversations.replies", { ...common, ts: thread }),
    );
    const own = found.messages.find(
      ({ metadata }) => metadata?.event_type === EVENT_TYPE && metadata.event_payload.job === jobId,
    );
    return own ? { channel, ts: own.ts } : null;
  };
  return {
    post: async (target, message) =>
      patiently(
        "chat.postMessage",
        async () =>
          postedSchema.parse(
            await client.call("chat.postMessage", {
              channel: target.channel,
              ...(target.thread === null ? {} : { thread_ts: target.thread }),
              ...body(message),
              metadata: { event_type: EVENT_TYPE, event_payload: { job: target.jobId } },
            }),
          ),
        () => find(target),
      ),
    update: async ({ channel, ts }, message) => {
      await patiently("chat.update", () => client.call("chat.update", { channel, ts, ...body(message) }));
    },
    find: (target) => patiently("conversations", () => find(target)),
    respond: async (url, message, visible) => {
      await patiently(
        "response_url",
        async () => {
          const response = await fetcher(url, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({
              response_type: visible === "all" ? "in_channel" : "ephemeral",
              replace_original: false,
              text: message.text,
              blocks: message.blocks,
              unfurl_links: false,
            }),
          });
          const text = await response.text();
          if (!response.ok) {
            throw new SlackAPIConnectionError(
              "response_url",
              response.status,
              text,
              response.headers,
              undefined,
            );
          }
        },
        null,
      );
    },
  };
}

/** Nothing in a text becomes a link, a preview or a mention but what its blocks say. */
function body({ text, blocks }: SlackMessage) {
  return { text, blocks, parse: "none", link_names: false, unfurl_links: false, unfurl_media: false };
}

/** A failed call as an error that can be shown: what Slack says has no token in it. */
function failureOf(error: unknown, what: string): AppError {
  if (error instanceof SlackAPIError) {
    const passing = [
      "internal_error",
      "fatal_error",
      "service_unavailable",
      "request_timeout",
      "ratelimited",
    ];
    return new AppError("slack_failed", `Slack's ${what} said "${error.error}".`, {
      retryable: passing.includes(error.error),
    });
  }
  if (error instanceof SlackAPIConnectionError && error.status > 0) {
    const wait = Number(error.headers?.get("retry-after") ?? NaN);
    return new AppError("slack_failed", `Slack's ${what} answered with ${error.status}.`, {
      retryable: error.status === 429 || error.status >= 500,
      ...(error.status === 429 ? { retryAfterSeconds: Number.isFinite(wait) ? wait : 1 } : {}),
    });
  }
  return new AppError("slack_failed", `Slack's ${what} cannot be reached.`, {
    cause: error,
    retryable: true,
  });
}
