import { parseArgs } from "node:util";
import { AppError } from "../../src/domain/errors.ts";

export const USAGE = `npm run evals -- [options]

  --base URL            evaluate a deployed assistant; without it the one of this checkout, in this process
  --facts FILE|FOLDER   questions with known answers (evals/facts)
  --readers FILE|FOLDER questions of readers with the sentences that answer them (evals/readers; none for other facts)
  --sections FILE       the report's parts, for the table by chapter (evals/sections.json; none for other facts)
  --thresholds FILE     floors and ceilings to hold (evals/thresholds.json; none for other facts)
  --baseline FILE       outcomes to compare with, question by question (evals/baseline.json; none for other facts)
  --update-baseline     write this run's outcomes as the baseline, and do not compare
  --raise-bounds        move floors up and ceilings down to what this run reached; never the other way
  --composer NAME       extractive (the default), or llm: its figures stand beside the extractive ones, and it is held to
                        evals/thresholds-llm.json
  --misspelt            ask with one word of each question misspelt; held to evals/thresholds-misspelt.json
  --out DIR             where the report goes (evals/report)
  --failures N          failures shown in detail (10); all of them are in DIR/failures.md
  --reveal-test         show single questions of the test split, too: whoever reads them must not tune on them

CORPUS_DIR, INDEX_DIR and the other settings of the server hold for the assistant in this process.
Exit code: 0 when every check holds, 1 when one does not, 2 when the run could not be made.
`;

export interface RunOptions {
  readonly help: boolean;
  readonly base: string | null;
  readonly facts: string;
  readonly readers: string | null;
  readonly sections: string | null;
  readonly thresholds: string | null;
  readonly baseline: string | null;
  readonly updateBaseline: boolean;
  readonly raiseBounds: boolean;
  readonly composer: "extractive" | "llm";
  readonly misspelt: boolean;
  readonly out: string;
  readonly failures: number;
  readonly revealTest: boolean;
}

/**
 * Reads the command line. Bounds, baseline and sections of the shipped facts say nothing about others, so with
 * `--facts` each is only used when it is named.
 * @param inEvals a path in the evals folder
 * @throws AppError `invalid_request` naming the option.
 */
export function readOptions(argv: readonly string[], inEvals: (path: string) => string): RunOptions {
  const values = parse(argv);
  const shipped = (path: string): string | null => (values.facts === undefined ? inEvals(path) : null);
  const misspelt = values.misspelt === true;
  const failures = Number(values.failures ?? 10);
  if (!Number.isInteger(failures) || failures < 0) {
    throw new AppError(
      "invalid_request",
      `--failures must be a whole number, not "${values.failures ?? ""}"`,
    );
  }
  const { base, composer = "extractive" } = values;
  if (base !== undefined && !(URL.canParse(base) && /^https?:/u.test(base))) {
    throw new AppError(
      "invalid_request",
      `--base must be an address like http://127.0.0.1:8787, not "${base}"`,
    );
  }
  if (composer !== "extractive" && composer !== "llm") {
    throw new AppError("invalid_request", `--composer must be extractive or llm, not "${composer}"`);
  }
  // What a model says today it may say otherwise tomorrow, and other questions have no baseline.
  const compared = composer !== "llm" && !misspelt;
  const baseline = values.baseline ?? (compared ? shipped("./baseline.json") : null);
  if (values["update-baseline"] === true && baseline === null) {
    throw new AppError(
      "invalid_request",
      "--update-baseline needs --baseline FILE with --facts, --misspelt or --composer llm",
    );
  }
  const bounds = composer === "llm" ? "thresholds-llm" : misspelt ? "thresholds-misspelt" : "thresholds";
  const thresholds = values.thresholds ?? shipped(`./${bounds}.json`);
  if (values["raise-bounds"] === true && thresholds === null) {
    throw new AppError("invalid_request", "--raise-bounds needs --thresholds FILE when --facts is given");
  }
  return {
    help: values.help === true,
    base: base ?? null,
    facts: values.facts ?? inEvals("./facts"),
    readers: values.readers ?? shipped("./readers"),
    sections: values.sections ?? shipped("./sections.json"),
    thresholds,
    baseline,
    updateBaseline: values["update-baseline"] === true,
    raiseBounds: values["raise-bounds"] === true,
    composer,
    misspelt,
    out: values.out ?? inEvals("./report"),
    failures,
    revealTest: values["reveal-test"] === true,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        base: { type: "string" },
        facts: { type: "string" },
        readers: { type: "string" },
        sections: { type: "string" },
        thresholds: { type: "string" },
        baseline: { type: "string" },
        "update-baseline": { type: "boolean" },
        "raise-bounds": { type: "boolean" },
        composer: { type: "string" },
        misspelt: { type: "boolean" },
        out: { type: "string" },
        failures: { type: "string" },
        "reveal-test": { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("invalid_request", `${message} (npm run evals -- --help shows what there is)`, {
      cause,
    });
  }
}
