import type { Feedback } from "../domain/feedback.ts";

/** Keeps what people think of answers. */
export interface FeedbackStore {
  /** Keeps a vote; a later one on the same answer takes its place. */
  put(feedback: Feedback): Promise<void>;
  /** All of it, oldest first. */
  all(): Promise<readonly Feedback[]>;
  /** Removes what was given before `before` (milliseconds since 1970). */
  expire(before: number): Promise<void>;
}
