import type { z } from "zod";
import { AppError } from "./errors.ts";
import { parseJson } from "./parse-json.ts";

/**
 * The values of a JSON-lines text with their 1-based lines, blank lines left out; a line that is no JSON gives
 * undefined, which no schema takes.
 */
export function jsonLines(jsonl: string): { line: number; value: unknown }[] {
  return jsonl
    .split("\n")
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => text.trim() !== "")
    .map(({ line, text }) => ({ line, value: parseJson(text) }));
}

/**
 * The values of a JSON-lines file, each checked.
 * @param what a line is, for the message: "anticipated question"
 * @throws AppError `config_invalid` naming the first line that does not fit.
 */
export function parseJsonLines<T>(jsonl: string, schema: z.ZodType<T>, path: string, what: string): T[] {
  return jsonLines(jsonl).map(({ line, value }) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new AppError("config_invalid", `${path}:${line} is no ${what}: mend the line or take it out.`, {
      cause: parsed.error,
    });
  });
}
