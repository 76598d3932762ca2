import type { SlackPost } from "../domain/slack-job.ts";
import type { SlackMessage } from "./answer-blocks.ts";

/** Where a message goes, and which job it answers: told in its metadata, so that it can be found again. */
export interface SlackTarget {
  readonly channel: string;
  readonly thread: string | null;
  readonly jobId: string;
}

/** What of Slack's Web API the bot uses. Rate limits and passing failures are waited for. */
export interface SlackApi {
  /** @throws AppError `slack_failed`; it is retryable when Slack could not be reached in the end */
  post(target: SlackTarget, message: SlackMessage): Promise<SlackPost>;
  update(post: SlackPost, message: SlackMessage): Promise<void>;
  /** The message that answers a job already; null when there is none, or when the bot may not look. */
  find(target: SlackTarget): Promise<SlackPost | null>;
  /** Answers a command or a click through its own address. @param visible to everybody, or to the asker alone */
  respond(url: string, message: SlackMessage, visible: "all" | "asker"): Promise<void>;
}
