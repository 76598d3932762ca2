import { readFile } from "node:fs/promises";
import {
  anticipatedQuestionSchema,
  type AnticipatedQuestion,
} from "../../src/domain/anticipated-question.ts";
import { parseJsonLines } from "../../src/domain/json-lines.ts";
import { unansweredQuestionSchema, type UnansweredQuestion } from "../../src/domain/unanswered-question.ts";

/** Questions of writers who wrote for the fit alone: no index has them, and the encoder was not trained on them. */
export async function readFitQuestions(path = "scripts/fit/questions.jsonl"): Promise<AnticipatedQuestion[]> {
  return parseJsonLines(await readFile(path, "utf8"), anticipatedQuestionSchema, path, "question");
}

/** What people who read the whole corpus knew not to be answered, written for the fit alone, too. */
export async function readFitUnanswered(
  path = "scripts/fit/unanswered.jsonl",
): Promise<UnansweredQuestion[]> {
  const text = await readFile(path, "utf8");
  return parseJsonLines(text, unansweredQuestionSchema, path, "unanswered question");
}
