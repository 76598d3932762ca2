import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { sectionSchema } from "../evals/schema/sections.ts";
import { createTerminalProgress } from "../src/adapters/node/progress.ts";
import { createTransformersEncoder } from "../src/adapters/node/transformers-encoder.ts";
import { readTuning } from "../src/adapters/node/tuning-file.ts";
import {
  CROSS_LANGUAGE_ABSTENTION_FEATURES,
  CROSS_LANGUAGE_SENTENCE_FEATURES,
  CROSS_LANGUAGE_UNANSWERED_FEATURES,
  FITTED_MODELS,
} from "../src/compose/index.ts";
import { AppError } from "../src/domain/errors.ts";
import { CROSS_LANGUAGE_PASSAGE_FEATURES, FUSION_WEIGHTS, RERANKERS } from "../src/retrieve/index.ts";
import { runCommand } from "../src/entry/run-command.ts";
import { crossValidate } from "./fit/cross-validate.ts";
import { indexSet, rememberingEncoder, type IndexedSet } from "./fit/examples.ts";
import { figuresOf, fitAll, type Fitted } from "./fit/fit-all.ts";
import { ASKED_GRID, CROSS_LANGUAGE_GRID, fitFusion, PLAIN_GRID } from "./fit/fit-fusion.ts";
import { readReportSet } from "./fit/report-set.ts";
import { readWriterSets, readNearTopicSets } from "./fit/writer-sets.ts";
import { writeModels } from "./fit/write-models.ts";
import { readXquad, type GoldSet } from "./fit/xquad.ts";

const KINDS = ["plain", "asked", "crossLanguage"] as const;
type Kind = (typeof KINDS)[number];

/** Shares of unanswerable questions to decline (docs/decisions/0017). */
const DECLINE = { asked: 0.65, crossLanguage: 0.825 };
/** Questions drawn from each writer. */
const DRAWN = { plain: 300, asked: 600, crossLanguage: 800 };

/**
 * Fitted where a question is at every passage that answers it, and so tells of each: models that were fitted where it is at
 * the first few, as it is for users, were worse on dev (docs/decisions/0031).
 */
const PLACED = { places: Infinity };

/** What a kind is fitted on, what its threshold is, and everything it is reported on. */
interface FitResult {
  readonly fitted: Fitted;
  readonly fittedOn: readonly string[];
  readonly thresholdsOn: readonly string[];
  readonly figures: Readonly<Record<string, object>>;
  readonly crossValidation?: object;
}

type Index = (set: GoldSet) => Promise<IndexedSet>;

/** What was tuned for the corpus is used beside its anticipated questions alone. */
interface Indexers {
  readonly plain: Index;
  readonly tuned: Index;
}

/**
 * Fits fusion weights, rerankers, sentence and abstention models on XQuAD's fitting half and on each writer's questions
 * beside an index of the other writers', the thresholds on the report's dev questions, writes them into src/, and reports on
 * what nothing was fitted on: `npm run fit -- --data DIR [--kinds plain,asked,crossLanguage] [--dry-run]`. Kinds that are not
 * named stay as they are.
 */
async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: "string" }, kinds: { type: "string" }, "dry-run": { type: "boolean" } },
  });
  if (values.data === undefined)
    throw new AppError("data_missing", "give the folder with xquad.en.json as --data DIR");
  const kinds = z.array(z.enum(KINDS)).safeParse(values.kinds?.split(",") ?? KINDS);
  if (!kinds.success) {
    throw new AppError(
      "invalid_request",
      `give kinds of index as --kinds ${KINDS.join(",")}, or some of them`,
    );
  }
  const progress = createTerminalProgress({ stream: process.stderr });
  const indexer = async (tuning: Uint8Array | null): Promise<Index> => {
    const options = { modelsDir: "models", tuning, progress };
    const encoder = rememberingEncoder(await createTransformersEncoder(options));
    return (set) => indexSet(set, encoder, progress, PLACED);
  };
  const indexers = { plain: await indexer(null), tuned: await indexer(await readTuning("corpus")) };
  const present = presentSchema.parse(JSON.parse(await readFile(RESULT, "utf8")));
  const results: Record<string, unknown> = { ...present };
  const fitted: Record<Kind, Fitted> = {
    plain: presentOf("plain"),
    asked: presentOf("asked"),
    crossLanguage: presentOf("crossLanguage"),
  };
  for (const kind of kinds.data) {
    const result = await fitKind[kind](indexers, values.data);
    fitted[kind] = result.fitted;
    results[kind] = result;
  }
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  if (values["dry-run"] === true) return 0;
  await writeModels(fitted);
  await writeFile(RESULT, `${JSON.stringify(results, null, 2)}\n`);
  return 0;
}

const RESULT = "scripts/fit/result.json";
const presentSchema = z.record(z.enum(KINDS), z.unknown());

/** What is in force of a kind. */
function presentOf(kind: Kind): Fitted {
  return { weights: FUSION_WEIGHTS[kind], reranker: RERANKERS[kind], models: FITTED_MODELS[kind] };
}

async function indexEach(index: Index, sets: readonly GoldSet[]): Promise<IndexedSet[]> {
  const indexed: IndexedSet[] = [];
  for (const set of sets) indexed.push(await index(set));
  return indexed;
}

function resultOf(
  fitted: Fitted,
  sets: {
    readonly fittedOn: readonly IndexedSet[];
    readonly thresholdsOn: readonly IndexedSet[];
    readonly reportedOn: readonly IndexedSet[];
  },
): FitResult {
  const names = (some: readonly IndexedSet[]): string[] => some.map(({ name }) => name);
  return {
    fitted,
    fittedOn: names(sets.fittedOn),
    thresholdsOn: names(sets.thresholdsOn),
    figures: Object.fromEntries(
      [...sets.fittedOn, ...sets.reportedOn].map((set) => [set.name, figuresOf(set, fitted)]),
    ),
  };
}

const fitKind: Record<Kind, (indexers: Indexers, data: string) => Promise<FitResult>> = {
  async plain({ plain }, data) {
    const xquad = await plain(await readXquad(data, "fit"));
    const writers = await readWriterSets("corpus", { language: "en", asked: false, count: DRAWN.plain });
    const sets = [xquad, ...(await indexEach(plain, writers))];
    const dev = await plain(await readReportSet("corpus", "evals/facts", { asked: false, language: "en" }));
    const threshold = [xquad, dev];
    const fitted = fitAll(sets, fitFusion(sets, PLAIN_GRID), { threshold });
    const held = await plain(await readXquad(data, "report"));
    return resultOf(fitted, { fittedOn: sets, thresholdsOn: threshold, reportedOn: [dev, held] });
  },

  async asked({ tuned }) {
    const writers = await readWriterSets("corpus", { language: "en", asked: true, count: DRAWN.asked });
    const sets = await indexEach(tuned, writers);
    const dev = await tuned(await readReportSet("corpus", "evals/facts", { asked: true, language: "en" }));
    const threshold = [dev, ...(await indexEach(tuned, await readNearTopicSets("corpus", "en")))];
    const weights = fitFusion(sets, ASKED_GRID);
    const fitted = fitAll(sets, weights, { threshold, decline: DECLINE.asked });
    const sections = z.array(sectionSchema).parse(JSON.parse(await readFile("evals/sections.json", "utf8")));
    const starts = sections.map(({ start }) => start);
    return {
      ...resultOf(fitted, { fittedOn: sets, thresholdsOn: threshold, reportedOn: [dev] }),
      crossValidation: crossValidate(sets, weights, starts),
    };
  },

  async crossLanguage({ tuned }) {
    const writers = await readWriterSets("corpus", {
      language: "es",
      asked: true,
      count: DRAWN.crossLanguage,
    });
    const sets = await indexEach(tuned, writers);
    const dev = await tuned(await readReportSet("corpus", "evals/facts", { asked: true, language: "es" }));
    const threshold = await indexEach(tuned, await readNearTopicSets("corpus", "es"));
    const fitted = fitAll(sets, fitFusion(sets, CROSS_LANGUAGE_GRID), {
      passage: CROSS_LANGUAGE_PASSAGE_FEATURES,
      sentence: CROSS_LANGUAGE_SENTENCE_FEATURES,
      abstention: CROSS_LANGUAGE_ABSTENTION_FEATURES,
      unanswered: CROSS_LANGUAGE_UNANSWERED_FEATURES,
      threshold,
      decline: DECLINE.crossLanguage,
    });
    return resultOf(fitted, { fittedOn: sets, thresholdsOn: threshold, reportedOn: [dev] });
  },
};

await runCommand(main(process.argv.slice(2)));
