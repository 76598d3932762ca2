import { z } from "zod";
import { QUESTION_LANGUAGES } from "./anticipated-question.ts";

/** A question on a corpus's subjects that it does not answer, and the text that it was written next to. */
export const unansweredQuestionSchema = z.strictObject({
  question: z.string().trim().min(1),
  language: z.enum(QUESTION_LANGUAGES),
  /** Whoever wrote it. What is fitted on one writer's is fitted beside an index of the others' alone. */
  writer: z.string().trim().min(1),
  nearest: z.strictObject({
    /** The file of the corpus folder; by default the corpus's first. */
    document: z.string().optional(),
    start: z.int().min(0),
    end: z.int().min(1),
  }),
});
export type UnansweredQuestion = z.infer<typeof unansweredQuestionSchema>;
