import { readFile } from "node:fs/promises";
import {
  anticipatedQuestionSchema,
  type AnticipatedQuestion,
} from "../../src/domain/anticipated-question.ts";
import { parseJsonLines } from "../../src/domain/json-lines.ts";

/** Questions of writers who wrote for the fit alone: no index has them, and the encoder was not trained on them. */
export async function readFitQuestions(path = "scripts/fit/questions.jsonl"): Promise<AnticipatedQuestion[]> {
  return parseJsonLines(await readFile(path, "utf8"), anticipatedQuestionSchema, path, "question");
}
