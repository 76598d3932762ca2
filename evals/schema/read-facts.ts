import { z } from "zod";
import { AppError } from "../../src/domain/errors.ts";
import { jsonLines } from "../../src/domain/json-lines.ts";
import { conversationSchema, questionSchema, type Fact } from "./fact-schema.ts";

/** Where a fact stands, for messages. */
export interface LocatedFact {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly fact: Fact;
}

/** Something wrong with one line of a facts file. */
export interface FactProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Reads a facts file (one JSON object a line, blank lines skipped) and tells every line that is malformed. */
export function readFactLines(
  jsonl: string,
  file: string,
): { facts: LocatedFact[]; problems: FactProblem[] } {
  const facts: LocatedFact[] = [];
  const problems: FactProblem[] = [];
  for (const { line, value } of jsonLines(jsonl)) {
    const parsed = parseFact(value);
    if (parsed.success) facts.push({ file, line, fact: parsed.data });
    else problems.push({ file, line, message: z.prettifyError(parsed.error).replaceAll("\n", " ") });
  }
  return { facts, problems };
}

/**
 * The facts of a file, for runners.
 * @throws AppError `config_invalid` naming the first malformed line.
 */
export function parseFacts(jsonl: string, file: string): Fact[] {
  const { facts, problems } = readFactLines(jsonl, file);
  const [first] = problems;
  if (first !== undefined) {
    throw new AppError(
      "config_invalid",
      `${first.file}:${first.line} is no fact: ${first.message}. Run "npm run evals:validate" and mend the lines it names.`,
    );
  }
  return facts.map(({ fact }) => fact);
}

/** The schema is chosen by shape, so that messages are about the one that was meant. */
function parseFact(value: unknown): z.ZodSafeParseResult<Fact> {
  const isConversation = typeof value === "object" && value !== null && "turns" in value;
  return isConversation ? conversationSchema.safeParse(value) : questionSchema.safeParse(value);
}
