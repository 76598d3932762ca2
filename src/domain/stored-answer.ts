import { z } from "zod";
import { ABSTENTION_REASONS } from "./contract.ts";

/** What is kept of an answer: enough to go on with the conversation, and to learn from it. */
export const storedAnswerSchema = z.object({
  /** The answer's own id, which feedback names. */
  id: z.string(),
  /** As it was typed, and as it was looked for. */
  question: z.string(),
  standaloneQuestion: z.string(),
  answer: z.string(),
  citations: z.array(z.object({ passageId: z.string(), quote: z.string() })),
  /** Why nothing was answered; null for an answer. */
  reason: z.enum(ABSTENTION_REASONS).nullable(),
  confidence: z.number(),
  language: z.enum(["en", "es"]),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type StoredAnswer = z.infer<typeof storedAnswerSchema>;
