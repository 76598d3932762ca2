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
  /** Default: the runtime's. */
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

/** What every method of the Web API replies with. */
const replySchema = z.looseObject({ ok: z.boolean(), error: z.string().optional() });
/** Errors that Slack says pass. */
const PASSING = ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited"];

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

/** Slack's Web API (api.slack.com/methods), with waits for rate limits and passing failures. */
export function createSlackWebApi(options: SlackWebApiOptions): SlackApi {
  const {
    token,
    baseUrl = "https://slack.com/api/",
    retries = 5,
    backoffMs = 500,
    timeoutMs = 10_000,
    fetch: fetcher = fetch,
  } = options;

  const send = async (what: string, url: string, init: RequestInit): Promise<Response> => {
    const response = await fetcher(url, { ...init, method: "POST", signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) return response;
    // Read to its end, so that the connection can be used again.
    await response.text();
    throw statusFailure(response, what);
  };

  const call = async (method: string, args: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const url = new URL(method, baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`).href;
    const response = await send(method, url, {
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        authorization: `Bearer ${token}`,
      },
      body: asForm(args),
    });
    const reply = replySchema.parse(await response.json());
    if (reply.ok) return reply;
    const said = reply.error ?? "nothing";
    throw new AppError("slack_failed", `Slack's ${method} said "${said}".`, {
      retryable: PASSING.includes(said),
    });
  };

  /** @param before looked at before the call is made again: what it gives is what the call would have */
  const patiently = async <T>(
    what: string,
    attempt: () => Promise<T>,
    before: (() => Promise<T | null>) | null = () => Promise.resolve(null),
  ): Promise<T> => {
    for (let again = 0; ; again += 1) {
      try {
        return await unlessAborted(attempt(), AbortSignal.timeout(timeoutMs));
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
        ? await call("conversations.history", common)
        : await call("conversations.replies", { ...common, ts: thread }),
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
            await call("chat.postMessage", {
              channel: target.channel,
              ...(target.thread === null ? {} : { thread_ts: target.thread }),
              ...body(message),
              metadata: { event_type: EVENT_TYPE, event_payload: { job: target.jobId } },
            }),
          ),
        () => find(target),
      ),
    update: async ({ channel, ts }, message) => {
      await patiently("chat.update", () => call("chat.update", { channel, ts, ...body(message) }));
    },
    find: (target) => patiently("conversations", () => find(target)),
    respond: async (url, message, visible) => {
      await patiently(
        "response_url",
        async () => {
          const response = await send("response_url", url, {
            headers: { "content-type": "application/json" },
            body: JSON.stringify({
              response_type: visible === "all" ? "in_channel" : "ephemeral",
              replace_original: false,
              text: message.text,
              blocks: message.blocks,
              unfurl_links: false,
            }),
          });
          await response.text();
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

/** Arguments as Slack's methods take them in a form: what is not text is JSON. */
function asForm(args: Readonly<Record<string, unknown>>): URLSearchParams {
  const fields = Object.entries(args).map(
    ([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const,
  );
  return new URLSearchParams(Object.fromEntries(fields));
}

function statusFailure({ status, headers }: Response, what: string): AppError {
  const wait = Number(headers.get("retry-after") ?? NaN);
  return new AppError("slack_failed", `Slack's ${what} answered with ${status}.`, {
    retryable: status === 429 || status >= 500,
    ...(status === 429 ? { retryAfterSeconds: Number.isFinite(wait) ? wait : 1 } : {}),
  });
}

/** A failed call as an error that can be shown: what Slack says has no token in it. */
function failureOf(error: unknown, what: string): AppError {
  if (error instanceof AppError) return error;
  return new AppError("slack_failed", `Slack's ${what} cannot be reached.`, {
    cause: error,
    retryable: true,
  });
}
