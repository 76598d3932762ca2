import { readFile } from "node:fs/promises";
import {
  anticipatedQuestionSchema,
  type AnticipatedQuestion,
} from "../../src/domain/anticipated-question.ts";
import { AppError } from "../../src/domain/errors.ts";
import { jsonLines } from "../../src/domain/json-lines.ts";

/** Where the report's are. */
export const FALSE_PREMISE_FILE = "scripts/fit/false-premise.jsonl";

/**
 * Questions that take something for granted that the corpus contradicts, with the sentences that set it right.
 * @throws AppError `config_invalid` naming the first line that is no such question.
 */
export async function readFalsePremise(path = FALSE_PREMISE_FILE): Promise<AnticipatedQuestion[]> {
  return jsonLines(await readFile(path, "utf8")).map(({ line, value }) => {
    const parsed = anticipatedQuestionSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new AppError("config_invalid", `${path}:${line} is no question with its answers: mend the line.`, {
      cause: parsed.error,
    });
  });
}
