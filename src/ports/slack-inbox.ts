import type { SlackJob, SlackPost } from "../domain/slack-job.ts";

/** A job with the message that was posted for it, when there is one. */
export interface PendingJob {
  readonly job: SlackJob;
  readonly post: SlackPost | null;
}

/** What Slack asked for and is not finished with yet. What was added survives a restart. */
export interface SlackInbox {
  /** Keeps a job as pending; false, and nothing else, when one of its id was added before, finished or not. */
  add(job: SlackJob, at: number): Promise<boolean>;
  /** The pending ones, oldest first. */
  pending(): Promise<readonly PendingJob[]>;
  /**
   * Claims a pending job until some moment, or renews the claim; false when another's claim still holds `at` this moment,
   * or when the job is not pending. Of several at once, one gets it. Who works on an inbox alone need not claim.
   */
  claim(id: string, claimant: string, at: number, until: number): Promise<boolean>;
  /** Keeps which message answers a job. */
  posted(id: string, post: SlackPost): Promise<void>;
  done(id: string): Promise<void>;
  /** The conversation of a thread; null when none is known. */
  conversation(thread: string): Promise<string | null>;
  /** Keeps the conversation of a thread; a later one takes its place. */
  bind(thread: string, conversationId: string, at: number): Promise<void>;
  /** Removes finished jobs and threads from before `before` (milliseconds since 1970). */
  expire(before: number): Promise<void>;
}
