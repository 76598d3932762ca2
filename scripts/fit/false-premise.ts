import { readFile } from "node:fs/promises";
import {
  anticipatedQuestionSchema,
  type AnticipatedQuestion,
} from "../../src/domain/anticipated-question.ts";
import { parseJsonLines } from "../../src/domain/json-lines.ts";

/** Where the report's are. */
export const FALSE_PREMISE_FILE = "scripts/fit/false-premise.jsonl";

/**
 * Questions that take something for granted that the corpus contradicts, with the sentences that set it right.
 * @throws AppError `config_invalid` naming the first line that is no such question.
 */
export async function readFalsePremise(path = FALSE_PREMISE_FILE): Promise<AnticipatedQuestion[]> {
  return parseJsonLines(
    await readFile(path, "utf8"),
    anticipatedQuestionSchema,
    path,
    "question with its answers",
  );
}
