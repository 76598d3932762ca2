import { z } from "zod";
import { ABSTENTION_REASONS } from "../src/domain/contract.ts";
import { AppError } from "../src/domain/errors.ts";

/** What a question asks for. `other` is for greetings and questions that are out of scope or unclear. */
export const FACT_KINDS = [
  "factoid",
  "number",
  "who",
  "when",
  "list",
  "why",
  "how",
  "definition",
  "comparison",
  "table",
  "recommendation",
  "position",
  "multi-passage",
  "overview",
  "authorship",
  "other",
] as const;

const filled = z.string().regex(/\S/u, "must not be blank");

/** A stretch of the report: `[start, end)` in UTF-16 units, and exactly the text that stands there. */
const evidenceSpanSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(1),
  text: filled,
});

const common = {
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*-\d{3,}$/u, "must look like seed-001"),
  question: filled,
  kind: z.enum(FACT_KINDS),
  split: z.enum(["dev", "test"]),
  /** Hard: few content words are shared with the passage that answers. */
  difficulty: z.enum(["easy", "hard"]),
};

const answerableSchema = z.strictObject({
  ...common,
  answerable: z.literal(true),
  expect: z.literal("answer"),
  /** All groups are required; within a group any form will do. */
  facts: z.array(z.array(filled).min(1)).min(1),
  /** All groups are needed; within a group any span counts. */
  evidence: z.array(z.array(evidenceSpanSchema).min(1)).min(1),
  reference: filled,
});

const unanswerableSchema = z.strictObject({
  ...common,
  answerable: z.literal(false),
  expect: z.literal("abstain"),
  reason: z.enum(ABSTENTION_REASONS),
  /** The report has the topic and the actors, but not this detail. */
  near: z.boolean(),
  facts: z.tuple([]),
  evidence: z.tuple([]),
  reference: z.literal(""),
});

/** One line of a facts file: a question and what a right response holds. */
export const factSchema = z.discriminatedUnion("answerable", [answerableSchema, unanswerableSchema]);
export type Fact = z.infer<typeof factSchema>;
export type AnswerableFact = z.infer<typeof answerableSchema>;
export type UnanswerableFact = z.infer<typeof unanswerableSchema>;
export type EvidenceSpan = z.infer<typeof evidenceSpanSchema>;

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
  for (const [index, text] of jsonl.split("\n").entries()) {
    if (text.trim() === "") continue;
    const line = index + 1;
    const parsed = factSchema.safeParse(parseJson(text));
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

/** The value of a JSON text; undefined, which no schema takes, when it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
