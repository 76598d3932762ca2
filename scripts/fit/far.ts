import { readFile } from "node:fs/promises";
import { z } from "zod";
import { parseJsonLines } from "../../src/domain/json-lines.ts";
import type { GoldQuestion } from "./gold.ts";

/** Where they are. */
export const FAR_FILE = "scripts/fit/far.jsonl";

const farQuestionSchema = z.strictObject({
  question: z.string().min(1),
  language: z.enum(["en", "es"]),
});
export type FarQuestion = z.infer<typeof farQuestionSchema>;

/**
 * What people type that has nothing to do with the report.
 * @throws AppError `config_invalid` naming the first line that is no such question.
 */
export async function readFar(path = FAR_FILE): Promise<FarQuestion[]> {
  return parseJsonLines(await readFile(path, "utf8"), farQuestionSchema, path, "question with its language");
}

/** As gold questions: the right thing is to abstain. `id` stands before their numbers. */
export function farGold(far: readonly FarQuestion[], id: string, documentId: string): GoldQuestion[] {
  return far.map(({ question: text }, i) => ({
    id: `${id}-far-${i}`,
    text,
    answerable: false,
    documentId,
    evidence: [],
    hidden: [],
    retrieval: false,
  }));
}
