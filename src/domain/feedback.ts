import { z } from "zod";
import { FEEDBACK_REASONS } from "./feedback-reasons.ts";
import { storedAnswerSchema } from "./stored-answer.ts";

/** Characters of free text that are taken. */
export const FEEDBACK_TEXT = 2_000;

/** `POST /feedback` body. Unknown fields are ignored. */
export const feedbackRequestSchema = z.object({
  answerId: z.string().min(1).max(128),
  vote: z.enum(["up", "down"]),
  reason: z.enum(FEEDBACK_REASONS).nullish(),
  text: z.string().trim().max(FEEDBACK_TEXT, `text must be at most ${FEEDBACK_TEXT} characters`).nullish(),
});
export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>;

/** A vote with the answer it is about. */
export const feedbackSchema = z.object({
  vote: z.enum(["up", "down"]),
  reason: z.enum(FEEDBACK_REASONS).nullable(),
  /** Null when nothing was written. */
  text: z.string().nullable(),
  /** When it was given: milliseconds since 1970. */
  at: z.number(),
  answer: storedAnswerSchema,
});
export type Feedback = z.infer<typeof feedbackSchema>;
