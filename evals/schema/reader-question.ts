import { z } from "zod";
import { QUESTION_LANGUAGES } from "../../src/domain/anticipated-question.ts";
import { parseJsonLines } from "../../src/domain/json-lines.ts";
import { readFactsFiles } from "./facts-folder.ts";
import { filled, spanSchema, SPLITS } from "./fact-schema.ts";

/** A question of somebody who had seen no more of the report than its contents, and what answers it there. */
export const readerQuestionSchema = z.strictObject({
  id: z.string().regex(/^reader-\d{3,}$/u, "must look like reader-001"),
  split: z.enum(SPLITS),
  question: filled,
  language: z.enum(QUESTION_LANGUAGES),
  /** Sentences that answer it, each by itself, wholly or in an important part; none when the report does not. */
  answers: z.array(spanSchema),
});
export type ReaderQuestion = z.infer<typeof readerQuestionSchema>;

/**
 * All readers' questions of a file or folder.
 * @throws AppError `data_missing` or `config_invalid`, naming the file and line.
 */
export async function readReaderQuestions(path: string): Promise<ReaderQuestion[]> {
  return (await readFactsFiles(path)).flatMap(({ jsonl, name }) =>
    parseJsonLines(jsonl, readerQuestionSchema, name, "reader's question"),
  );
}
