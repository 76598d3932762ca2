import { readFile, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { isatty } from "node:tty";
import { z } from "zod";
import { readCorpusFolder } from "../src/adapters/node/corpus-folder.ts";
import { createTerminalProgress } from "../src/adapters/node/progress.ts";
import { AppError } from "../src/domain/errors.ts";
import { readSettings, type Settings } from "../src/entry/settings.ts";
import type { Progress } from "../src/ports/progress.ts";
import { inEvals } from "./authoring/fact-tools.ts";
import { evaluate, type EvaluateInput } from "./evaluate.ts";
import { baselineOf, baselineSchema, formatBaseline } from "./gate/baseline.ts";
import { raiseBounds } from "./gate/raise-bounds.ts";
import { thresholdsSchema } from "./gate/thresholds.ts";
import { renderConsole } from "./rendering/console.ts";
import { passes } from "./rendering/run-report.ts";
import { createHttpTarget } from "./running/http-target.ts";
import { loadLocalTargets } from "./running/load-local.ts";
import { misspellingTarget } from "./running/misspelling-target.ts";
import { readOptions, USAGE, type RunOptions } from "./running/options.ts";
import { readFacts } from "./schema/facts-folder.ts";
import { readReaderQuestions } from "./schema/reader-question.ts";
import { sectionSchema } from "./schema/sections.ts";
import { writeReport } from "./write-report.ts";

/** `npm run evals`. The exit code is 0 when every check holds, 1 when one does not, 2 when there was no run. */
async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const options = readOptions(argv, inEvals);
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const settings = readSettings(env);
  const progress = createTerminalProgress({ stream: process.stderr });
  const { documents } = await readCorpusFolder(settings.CORPUS_DIR);
  const { baseline, sections } = options;
  const thresholds =
    options.thresholds === null ? null : await readJson(options.thresholds, thresholdsSchema);
  const compared = options.updateBaseline ? null : baseline;
  const report = await evaluate({
    facts: await readFacts(options.facts),
    readers: options.readers === null ? [] : await readReaderQuestions(options.readers),
    sections: sections === null ? [] : await readJson(sections, z.array(sectionSchema)),
    thresholds,
    baseline: compared === null ? null : await readJson(compared, baselineSchema),
    ...typedBy(options, await targetsOf(options, settings, progress)),
    documents,
    composer: options.composer,
    revealTest: options.revealTest,
    progress,
  });
  await writeReport(report, options.out);
  const color = isatty(process.stdout.fd) && env["NO_COLOR"] === undefined;
  process.stdout.write(renderConsole(report, { color, failures: options.failures }));
  process.stdout.write(`report in ${relative(process.cwd(), options.out)}\n`);
  if (options.updateBaseline && baseline !== null) {
    await writeFile(baseline, formatBaseline(await baselineOf(report.outcomes)));
    process.stdout.write(`baseline written to ${relative(process.cwd(), baseline)}\n`);
  }
  if (options.raiseBounds && thresholds && options.thresholds !== null) {
    await writeFile(
      options.thresholds,
      `${JSON.stringify(raiseBounds(thresholds, report.summaries), null, 2)}\n`,
    );
    process.stdout.write(`bounds raised in ${relative(process.cwd(), options.thresholds)}\n`);
  }
  return passes(report) ? 0 : 1;
}

type Targets = Required<Pick<EvaluateInput, "target" | "beside">>;

/** What is asked; with the composer `llm` also what stands beside it. */
async function targetsOf(
  { base, composer }: RunOptions,
  settings: Settings,
  progress: Progress,
): Promise<Targets> {
  if (base === null) return loadLocalTargets(settings, progress, composer);
  const target = await createHttpTarget(base);
  return { target, beside: composer === "llm" ? target : null };
}

/** With `--misspelt` each question has a slip in it. */
function typedBy({ misspelt }: RunOptions, { target, beside }: Targets): Targets {
  if (!misspelt) return { target, beside };
  return { target: misspellingTarget(target), beside: beside && misspellingTarget(beside) };
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (cause) {
    const message = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new AppError("config_invalid", `${path} cannot be used: ${message}`, { cause });
  }
}

main(process.argv.slice(2), process.env).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = error instanceof AppError;
    const text = known
      ? `error (${error.code}): ${error.message}`
      : String(error instanceof Error ? error.stack : error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 2;
  },
);
