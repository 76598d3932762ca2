import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFacts } from "./check-facts.ts";
import { readFactLines } from "./fact-schema.ts";

export interface ValidateOptions {
  /** Folder of .jsonl files; all of them are read together. */
  readonly factsFolder: string;
  readonly reportPath: string;
  /** Called with each line of the account. */
  readonly print: (line: string) => void;
}

/** Checks every facts file against the report, prints what is wrong and a summary, and says whether all is well. */
export async function validateFacts({ factsFolder, reportPath, print }: ValidateOptions): Promise<boolean> {
  const names = (await readdir(factsFolder)).filter((name) => name.endsWith(".jsonl")).sort();
  const read = await Promise.all(
    names.map(async (name) => readFactLines(await readFile(join(factsFolder, name), "utf8"), name)),
  );
  const facts = read.flatMap((file) => file.facts);
  const report = await readFile(reportPath, "utf8");
  const problems = [...read.flatMap((file) => file.problems), ...checkFacts(facts, report)];
  if (facts.length + problems.length === 0) {
    problems.push({ file: factsFolder, line: 0, message: "there are no facts here; add a .jsonl file" });
  }
  for (const { file, line, message } of problems) print(`${file}:${line} ${message}`);
  const answerable = facts.filter(({ fact }) => fact.answerable).length;
  print(
    `${facts.length} facts in ${names.length} files: ${answerable} answerable, ` +
      `${facts.length - answerable} not; ${problems.length} problems`,
  );
  return problems.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const valid = await validateFacts({
    factsFolder: here("./facts"),
    reportPath: here("../corpus/report.txt"),
    print: (line) => void process.stdout.write(`${line}\n`),
  });
  if (!valid) process.exitCode = 1;
}
