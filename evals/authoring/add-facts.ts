import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { checkExpectation } from "./check-facts.ts";
import { draftLineSchema, expectationOf, homeOf, type DraftLine, type DraftTools } from "./draft.ts";
import { statedElsewhere } from "./elsewhere.ts";
import { questionsOf, type Expectation, type Fact, type Split } from "../schema/fact-schema.ts";
import { inEvals, loadFactTools, sectionsFrom } from "./fact-tools.ts";
import { jsonLines } from "../../src/domain/json-lines.ts";
import { readFactLines } from "../schema/read-facts.ts";

const USAGE = `npm run evals:add -- DRAFT.jsonl [--to FACTS.jsonl --prefix ID]

  Checks drafts: questions with quotes from the report instead of offsets (evals/README.md).
  --hints            also show other sentences that state the same, which may belong into the evidence
  --corpus DIR       the report (corpus)
  --sections FILE    its parts with their splits; none: each draft gives its split (evals/sections.json)
  --to FACTS.jsonl   append them as facts; nothing is written while one line has a fault
  --prefix ID        ids are ID-001, ID-002 and so on, after those that the file holds
`;

export interface Drafted {
  readonly line: number;
  /** Null when the draft cannot be read as one. */
  readonly fact: Fact | null;
  readonly problems: readonly string[];
}

/**
 * Each draft of a JSON-lines text as a fact, with what is wrong with it.
 * @param idOf the id of the nth draft, from 0
 */
export function readDrafts(jsonl: string, tools: DraftTools, idOf: (n: number) => string): Drafted[] {
  return jsonLines(jsonl).map(({ line, value }, n) => {
    const parsed = draftLineSchema.safeParse(value);
    if (!parsed.success) return { line, fact: null, problems: [z.prettifyError(parsed.error)] };
    try {
      const fact = factOf(parsed.data, tools, idOf(n));
      return { line, fact, problems: questionsOf(fact).flatMap((one) => checkExpectation(one, tools)) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { line, fact: null, problems: [error.message] };
    }
  });
}

function factOf(draft: DraftLine, tools: DraftTools, id: string): Fact {
  if ("turns" in draft) {
    const turns = draft.turns.map((turn) => {
      const { standalone, role } = turn;
      return { standalone, role, ...expectationOf(turn, tools) };
    });
    return { id, ...place(turns[0], draft.split, tools), turns };
  }
  const one = expectationOf(draft, tools);
  return { id, ...place(one, draft.split, tools), ...one };
}

function place(
  first: Expectation | undefined,
  asked: Split | undefined,
  { sections }: DraftTools,
): Pick<Fact, "split" | "section"> {
  const home = first && homeOf(first, sections);
  if (home === undefined && asked === undefined) {
    throw new RangeError('there is no place in the report that decides the split: give "split"');
  }
  return { split: home?.split ?? asked ?? "dev", section: home?.id ?? null };
}

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: {
      to: { type: "string" },
      prefix: { type: "string" },
      hints: { type: "boolean" },
      corpus: { type: "string" },
      sections: { type: "string" },
      help: { type: "boolean" },
    },
    allowPositionals: true,
  });
  const [draftFile] = positionals;
  if (
    draftFile === undefined ||
    values.help === true ||
    (values.to === undefined) !== (values.prefix === undefined)
  ) {
    process.stdout.write(USAGE);
    return values.help === true ? 0 : 1;
  }
  const held = values.to === undefined ? "" : await readFile(values.to, "utf8").catch(() => "");
  const prefix = values.prefix ?? "draft";
  const last = lastNumber(held, prefix);
  const idOf = (n: number): string => `${prefix}-${String(last + n + 1).padStart(3, "0")}`;
  const tools = await loadFactTools(values.corpus, sectionsFrom(values.sections));
  const drafted = readDrafts(await readFile(draftFile, "utf8"), tools, idOf);
  for (const { line, problems } of drafted) {
    for (const problem of problems) process.stdout.write(`${draftFile}:${line} ${problem}\n`);
  }
  if (values.hints === true) process.stdout.write(hints(drafted, tools).join(""));
  process.stdout.write(`${summary(drafted)}\n`);
  if (drafted.some(({ problems }) => problems.length > 0)) return 1;
  if (values.to !== undefined) {
    const lines = drafted.map(({ fact }) => `${JSON.stringify(fact)}\n`);
    await writeFile(values.to, held + lines.join(""));
    process.stdout.write(`${lines.length} facts added to ${values.to}\n`);
  }
  return 0;
}

/** The highest number among a file's ids of a prefix. */
function lastNumber(jsonl: string, prefix: string): number {
  const numbers = readFactLines(jsonl, "").facts.flatMap(({ fact: { id } }) =>
    id.startsWith(`${prefix}-`) ? [Number(id.slice(prefix.length + 1))] : [],
  );
  return Math.max(0, ...numbers.filter(Number.isInteger));
}

function hints(drafted: readonly Drafted[], tools: DraftTools): string[] {
  return drafted.flatMap(({ line, fact }) =>
    (fact ? questionsOf(fact) : [])
      .flatMap((one) => statedElsewhere(one, tools.sentences))
      .map(({ text }) => `hint: line ${line} is also stated by "${text}"\n`),
  );
}

function summary(drafted: readonly Drafted[]): string {
  const facts = drafted.flatMap(({ fact }) => (fact ? [fact] : []));
  const count = (test: (fact: Fact) => boolean): number => facts.filter(test).length;
  const hard = count((fact) => questionsOf(fact).some((one) => one.answerable && one.difficulty === "hard"));
  return (
    `${drafted.length} drafts: ${count((f) => f.split === "dev")} dev, ${count((f) => f.split === "test")} test, ` +
    `${hard} hard; ${drafted.filter(({ problems }) => problems.length > 0).length} with problems`
  );
}

if (process.argv[1] === inEvals("./authoring/add-facts.ts"))
  process.exitCode = await main(process.argv.slice(2));
