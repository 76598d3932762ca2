import { SlackApp, type SlackEdgeAppEnv } from "slack-edge";
import type { SlackJob } from "../domain/slack-job.ts";
import type { Logger } from "../ports/logger.ts";
import type { SlackInbox } from "../ports/slack-inbox.ts";
import { readJob, type SlackRequest } from "./read-job.ts";
import { stringsFor } from "./strings.ts";
import { threadKey } from "./thread-key.ts";

export interface ReceiveDeps {
  readonly signingSecret: string;
  readonly inbox: SlackInbox;
  /** Works on a job that was kept; resolves when that is over, whatever came of it. */
  readonly start: (job: SlackJob) => Promise<void>;
  /** Channels that are answered in; null answers in all. Direct messages are always answered. */
  readonly channels: readonly string[] | null;
  /** Whether messages in the bot's threads are answered that do not mention it. */
  readonly answersThreads: boolean;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** Takes work that goes on after the response: Slack waits three seconds for its acknowledgement. */
export type Later = (work: Promise<void>) => void;

/** Answers a request of Slack's, and hands the work that it asks for to `later`. */
export type ReceiveSlack = (request: Request, later: Later) => Promise<Response>;

/** Seconds that a request's timestamp may be off (api.slack.com/authentication/verifying-requests-from-slack). */
const TOLERANCE = 300;
const STRINGS = stringsFor("en");

/**
 * Receives events, commands and clicks: checks the signature on the raw body, keeps what is asked for, and acknowledges.
 * What was kept before is acknowledged and nothing else.
 */
export function createReceiveSlack(deps: ReceiveDeps): ReceiveSlack {
  const { signingSecret, inbox, start, channels, answersThreads, logger, clock = () => Date.now() } = deps;
  const isAllowed = (channel: string): boolean =>
    channels === null || channels.includes(channel) || channel.startsWith("D");

  const keep = async (job: SlackJob, later: Later): Promise<void> => {
    if (await inbox.add(job, clock())) later(start(job));
  };

  /** Whether the bot has answered in a thread, or is about to. */
  const isOwn = async (thread: string): Promise<boolean> =>
    (await inbox.conversation(thread)) !== null ||
    (await inbox.pending()).some(({ job }) => job.kind === "ask" && threadKey(job) === thread);

  const acknowledge = async (request: SlackRequest, later: Later): Promise<Response> => {
    switch (request.kind) {
      case "nothing":
        return plain("");
      case "usage":
        return toAsker(isAllowed(request.channel) ? STRINGS.usage : STRINGS.notHere);
      case "thread": {
        const { job } = request;
        if (answersThreads && isAllowed(job.channel) && (await isOwn(threadKey(job)))) await keep(job, later);
        return plain("");
      }
      case "job": {
        const { job } = request;
        if (job.kind === "ask" && !isAllowed(job.channel)) {
          logger.info("a question from a Slack channel that is not allowed", { channel: job.channel });
          return job.id.startsWith("command") ? toAsker(STRINGS.notHere) : plain("");
        }
        await keep(job, later);
        return job.id.startsWith("command") ? toAsker(STRINGS.searching) : plain("");
      }
    }
  };

  return async (request, later) => {
    const { headers } = request;
    const timely = isTimely(headers.get("x-slack-request-timestamp"), clock());
    if (!timely || !headers.has("x-slack-signature")) return refused();
    // One for each request: what it asks for is handed to the `later` of that request.
    const app = new SlackApp<SlackEdgeAppEnv>({
      env: { SLACK_SIGNING_SECRET: signingSecret, SLACK_LOGGING_LEVEL: "ERROR" },
      // Which workspace it is does not matter: the token is the worker's.
      authorize: () => Promise.resolve({ botToken: "", botId: "", botUserId: "", botScopes: [] }),
    });
    // Before anything else of the library's, but after the signature: the acknowledgement is this.
    app.beforeAuthorize(async ({ body }) => {
      if (body["type"] === "url_verification") return undefined;
      const response = await acknowledge(readJob(body), later);
      return {
        status: response.status,
        body: await response.text(),
        contentType: response.headers.get("content-type") ?? "text/plain",
      };
    });
    const response = await app.run(request);
    return response.status === 401 ? refused() : response;
  };
}

/** Whether a request is of now: neither an old one sent again, nor one signed for later. */
function isTimely(timestamp: string | null, now: number): boolean {
  return (
    timestamp !== null &&
    /^\d{1,12}$/u.test(timestamp) &&
    Math.abs(now / 1000 - Number(timestamp)) <= TOLERANCE
  );
}

function refused(): Response {
  return new Response("", { status: 401 });
}

function plain(text: string): Response {
  return new Response(text, { status: 200, headers: { "content-type": "text/plain" } });
}

function toAsker(text: string): Response {
  return Response.json({ response_type: "ephemeral", text });
}
