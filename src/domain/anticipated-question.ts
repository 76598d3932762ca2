import { z } from "zod";
import { wordKey } from "./words.ts";

/** Where an answer stands: `[start, end)` in UTF-16 units of a source file, and the text that stands there. */
const answerSpanSchema = z.strictObject({
  /** The file of the corpus folder; by default the corpus's first. */
  document: z.string().optional(),
  start: z.int().min(0),
  end: z.int().min(1),
  text: z.string().min(1),
});

export const QUESTION_LANGUAGES = ["en", "es"] as const;

/**
 * A question that a reader might type and that the corpus answers (doc2query: Nogueira et al. 2019, arXiv 1904.08375),
 * with the sentences that answer it. Anchored to the source, never to passage ids, so chunking may change.
 */
export const anticipatedQuestionSchema = z.strictObject({
  question: z.string().trim().min(1),
  language: z.enum(QUESTION_LANGUAGES),
  /** Whoever wrote it. What is fitted on one writer's questions is fitted beside an index of the others' alone. */
  writer: z.string().trim().min(1).optional(),
  answers: z.array(answerSpanSchema).min(1),
});
export type AnticipatedQuestion = z.infer<typeof anticipatedQuestionSchema>;

/** An anticipated question at the sentences of one passage that answer it. */
export const placedQuestionSchema = z.object({
  question: z.string(),
  language: z.enum(QUESTION_LANGUAGES),
  passageId: z.string(),
  /** Positions in the passage, ascending. */
  sentences: z.array(z.int().min(0)),
});
export type PlacedQuestion = z.infer<typeof placedQuestionSchema>;

/** The same for questions that differ in case or punctuation alone. */
export function questionKey({
  question,
  language,
}: Pick<AnticipatedQuestion, "question" | "language">): string {
  return `${language} ${wordKey(question)}`;
}
