import { parseArgs } from "node:util";
import { checkFacts, type CheckTools } from "./check-facts.ts";
import { isConversation, questionsOf } from "../schema/fact-schema.ts";
import { inEvals, loadFactTools, sectionsFrom } from "./fact-tools.ts";
import { readFactsFiles, type FactsFile } from "../schema/facts-folder.ts";
import { readFactLines } from "../schema/read-facts.ts";

const USAGE = `npm run evals:validate [-- --facts FILE|FOLDER] [--corpus DIR] [--sections FILE|none]

  Checks facts against the report: evals/facts, corpus and evals/sections.json unless told otherwise.
`;

/** Checks facts files against the corpus, prints what is wrong and a summary, and says whether all is well. */
export function validateFacts(
  files: readonly FactsFile[],
  tools: CheckTools,
  print: (line: string) => void,
): boolean {
  const read = files.map(({ jsonl, name }) => readFactLines(jsonl, name));
  const facts = read.flatMap((file) => file.facts);
  const problems = [...read.flatMap((file) => file.problems), ...checkFacts(facts, tools)];
  if (facts.length + problems.length === 0) {
    problems.push({ file: files[0]?.name ?? "", line: 0, message: "there are no facts here" });
  }
  for (const { file, line, message } of problems) print(`${file}:${line} ${message}`);
  const asked = facts.flatMap(({ fact }) => questionsOf(fact));
  const conversations = facts.filter(({ fact }) => isConversation(fact)).length;
  const answerable = asked.filter((one) => one.answerable).length;
  print(
    `${facts.length} lines in ${files.length} files: ${asked.length} questions, ${answerable} answerable, ` +
      `${conversations} conversations; ${problems.length} problems`,
  );
  return problems.length === 0;
}

async function main(argv: readonly string[], print: (line: string) => void): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      facts: { type: "string", default: inEvals("./facts") },
      corpus: { type: "string" },
      sections: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) {
    print(USAGE);
    return 0;
  }
  const tools = await loadFactTools(values.corpus, sectionsFrom(values.sections));
  return validateFacts(await readFactsFiles(values.facts), tools, print) ? 0 : 1;
}

if (process.argv[1] === inEvals("./authoring/validate-facts.ts")) {
  process.exitCode = await main(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`));
}
