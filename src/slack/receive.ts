import { SlackApp, type PreAuthorizeMiddleware, type SlackEdgeAppEnv } from "slack-edge";
import type { SlackJob } from "../domain/slack-job.ts";
import type { Logger } from "../ports/logger.ts";
import type { SlackInbox } from "../ports/slack-inbox.ts";
import { readJob, type SlackRequest } from "./read-job.ts";
import { stringsFor } from "./strings.ts";
import { threadKey } from "./work.ts";

export interface ReceiveDeps {
  readonly signingSecret: string;
  readonly inbox: SlackInbox;
  /** Begins work on a job that was kept. It must not be waited for: Slack waits three seconds for its acknowledgement. */
  readonly start: (job: SlackJob) => void;
  /** Channels that are answered in; null answers in all. Direct messages are always answered. */
  readonly channels: readonly string[] | null;
  /** Whether messages in the bot's threads are answered that do not mention it. */
  readonly answersThreads: boolean;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** Answers a request of Slack's. */
export type ReceiveSlack = (request: Request) => Promise<Response>;

/** Seconds that a request's timestamp may be off (api.slack.com/authentication/verifying-requests-from-slack). */
const TOLERANCE = 300;
const STRINGS = stringsFor("en");

/**
 * Receives events, commands and clicks: checks the signature on the raw body, keeps what is asked for, and acknowledges.
 * What was kept before is acknowledged and nothing else.
 */
export function createReceiveSlack(deps: ReceiveDeps): ReceiveSlack {
  const { inbox, start, channels, answersThreads, logger, clock = () => Date.now() } = deps;
  const app = new SlackApp<SlackEdgeAppEnv>({
    env: { SLACK_SIGNING_SECRET: deps.signingSecret, SLACK_LOGGING_LEVEL: "ERROR" },
    // Which workspace it is does not matter: the token is the worker's.
    authorize: () => Promise.resolve({ botToken: "", botId: "", botUserId: "", botScopes: [] }),
  });

  const isAllowed = (channel: string): boolean =>
    channels === null || channels.includes(channel) || channel.startsWith("D");

  const keep = async (job: SlackJob): Promise<void> => {
    if (await inbox.add(job, clock())) start(job);
  };

  /** Whether the bot has answered in a thread, or is about to. */
  const isOwn = async (thread: string): Promise<boolean> =>
    (await inbox.conversation(thread)) !== null ||
    (await inbox.pending()).some(({ job }) => job.kind === "ask" && threadKey(job) === thread);

  const acknowledge = async (request: SlackRequest): Promise<Response> => {
    switch (request.kind) {
      case "nothing":
        return plain("");
      case "usage":
        return toAsker(isAllowed(request.channel) ? STRINGS.usage : STRINGS.notHere);
      case "thread": {
        const { job } = request;
        if (answersThreads && isAllowed(job.channel) && (await isOwn(threadKey(job)))) await keep(job);
        return plain("");
      }
      case "job": {
        const { job } = request;
        if (job.kind === "ask" && !isAllowed(job.channel)) {
          logger.info("a question from a Slack channel that is not allowed", { channel: job.channel });
          return job.id.startsWith("command") ? toAsker(STRINGS.notHere) : plain("");
        }
        await keep(job);
        return job.id.startsWith("command") ? toAsker(STRINGS.searching) : plain("");
      }
    }
  };

  // Before anything else of the library's, but after the signature: the acknowledgement is this.
  const receive: PreAuthorizeMiddleware<SlackEdgeAppEnv> = async ({ body }) => {
    if (body["type"] === "url_verification") return undefined;
    const response = await acknowledge(readJob(body));
    return {
      status: response.status,
      body: await response.text(),
      contentType: response.headers.get("content-type") ?? "text/plain",
    };
  };
  app.beforeAuthorize(receive);

  return async (request) => {
    const { headers } = request;
    const timely = isTimely(headers.get("x-slack-request-timestamp"), clock());
    if (!timely || !headers.has("x-slack-signature")) return refused();
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
