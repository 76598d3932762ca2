import { parseArgs } from "node:util";
import { markdownTable } from "markdown-table";
import { createTerminalProgress } from "../src/adapters/node/progress.ts";
import { readTuning } from "../src/adapters/node/tuning-file.ts";
import { createTransformersEncoder } from "../src/adapters/node/transformers-encoder.ts";
import { FITTED_MODELS, type AnswerModels } from "../src/compose/index.ts";
import { AppError } from "../src/domain/errors.ts";
import type { LinearModel } from "../src/domain/linear-model.ts";
import { runCommand } from "../src/entry/run-command.ts";
import type { Encoder } from "../src/ports/encoder.ts";
import { FUSION_WEIGHTS, RERANKERS, type FusionWeights } from "../src/retrieve/index.ts";
import { indexSet, rememberingEncoder, type IndexedSet } from "./fit/examples.ts";
import { retrievalFigures } from "./fit/fit-fusion.ts";
import { abstentionFigures, abstentionRows, auc, bestSentenceRight, retrieveAll } from "./fit/fit-models.ts";
import { readReadersSet, readReportSet, type ReportSetOptions } from "./fit/report-set.ts";
import { shortAnswersRight } from "./fit/short-answers.ts";
import { readXquad } from "./fit/xquad.ts";
import { writeBetween } from "./write-text.ts";

/** What questions are answered by, with some part taken out. */
interface Variant {
  readonly name: string;
  readonly set: IndexedSet;
  readonly weights: FusionWeights;
  readonly reranker: LinearModel | null;
  readonly models: AnswerModels;
}

const ASKED = {
  weights: FUSION_WEIGHTS.asked,
  reranker: RERANKERS.asked,
  models: informed(FITTED_MODELS.asked),
};
const FOREIGN = {
  weights: FUSION_WEIGHTS.crossLanguage,
  reranker: RERANKERS.crossLanguage,
  models: informed(FITTED_MODELS.crossLanguage),
};
const PLAIN = { weights: FUSION_WEIGHTS.plain, reranker: RERANKERS.plain, models: FITTED_MODELS.plain };

/** A sentence by its likeness to the question alone. */
const BY_SIMILARITY: LinearModel = { bias: 0, weights: { similarity: 1 } };

/**
 * Takes each view and stage out in turn, with everything else as it was fitted, and writes what is left of the figures into
 * docs/retrieval.md: on the test splits of evals/facts and evals/readers, and on XQuAD's reporting half.
 * `npm run ablate -- --data DIR`
 */
async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { data: { type: "string" } } });
  if (values.data === undefined) {
    throw new AppError("data_missing", "give the folder with xquad.en.json as --data DIR");
  }
  const progress = createTerminalProgress({ stream: process.stderr });
  const encoderOf = async (tuning: Uint8Array | null): Promise<Encoder> =>
    rememberingEncoder(await createTransformersEncoder({ modelsDir: "models", tuning, progress }));
  const [tuned, untuned] = [await encoderOf(await readTuning("corpus")), await encoderOf(null)];
  const all = { asked: true, language: "en", split: "test" } as const;
  const facts: ReadSet = async (options = {}, encoder = tuned) =>
    indexSet(await readReportSet("corpus", "evals/facts", { ...all, ...options }), encoder, progress);
  const readers: ReadSet = async (options = {}, encoder = tuned) =>
    indexSet(await readReadersSet("corpus", "evals/readers", { ...all, ...options }), encoder, progress);
  const xquad = await indexSet(await readXquad(values.data, "report"), untuned, progress);
  const factRows = await askedVariants(facts, untuned);
  const readerRows = await askedVariants(readers, untuned);
  const onXquad = { ...PLAIN, set: xquad, name: "all" };
  const xquadRows = [onXquad, ...variants(onXquad, ["lexical", "sentences", "passages"])];
  const text = [
    `Report, test split of evals/facts (${counts(factRows[0].set)}; not fitted on):`,
    table(factRows),
    `Report, test split of evals/readers (${counts(readerRows[0].set)}; not fitted on):`,
    table(readerRows),
    `XQuAD, articles 25 to 48, which has no anticipated questions (${counts(xquad)}; not fitted on):`,
    table(xquadRows),
  ].join("\n\n");
  const spanish = { split: "dev", language: "es" } as const;
  const costs = [
    "English questions (dev, which the threshold is fitted on, and test):",
    thresholdTable([
      { ...ASKED, name: "dev", set: await facts({ split: "dev" }) },
      { ...factRows[0], name: "test" },
    ]),
    "Readers' questions:",
    thresholdTable([
      { ...ASKED, name: "dev", set: await readers({ split: "dev" }) },
      { ...readerRows[0], name: "test" },
    ]),
    "Spanish questions:",
    thresholdTable([
      { ...FOREIGN, name: "dev", set: await facts(spanish) },
      { ...FOREIGN, name: "test", set: await facts({ ...spanish, split: "test" }) },
    ]),
  ].join("\n\n");
  await writeBetween("docs/retrieval.md", "npm run ablate", {
    ablation: text,
    "cost of the threshold": costs,
  });
  process.stdout.write(`${text}\n\n${costs}\n`);
  return 0;
}

/** Those whose questions were asked of single passages, and whose unanswered ones beside these. */
const WRITERS = ["a", "b", "c", "d", "e", "f", "g"];
const BESIDE = ["a", "b", "c", "d"];

type ReadSet = (options?: Partial<ReportSetOptions>, encoder?: Encoder) => Promise<IndexedSet>;

/** What an index with anticipated questions is worth without some of it. */
async function askedVariants(read: ReadSet, untuned: Encoder): Promise<[Variant, ...Variant[]]> {
  const whole = { ...ASKED, name: "all", set: await read() };
  const withSet = async (name: string, options: Partial<ReportSetOptions>): Promise<Variant> => ({
    ...whole,
    name,
    set: await read(options),
  });
  return [
    whole,
    ...variants(whole, ["lexical", "questionWords", "questionVectors", "translated"]),
    {
      ...whole,
      name: "with the report's own vectors as views",
      weights: { ...whole.weights, sentences: 1, passages: 1 },
    },
    { ...whole, name: "with the encoder as it comes", set: await read({}, untuned) },
    await withSet("asked in small letters, without a mark", { typed: hasty }),
    await withSet("without the readers' questions", { writers: WRITERS, unansweredOf: BESIDE }),
    await withSet("with the questions of three writers", { writers: WRITERS.slice(0, 3) }),
    await withSet("with the questions of two writers", { writers: WRITERS.slice(0, 2) }),
    await withSet("with the questions of one writer", { writers: WRITERS.slice(0, 1) }),
    await withSet("with the unanswered questions of one writer", { unansweredOf: BESIDE.slice(0, 1) }),
    { ...whole, name: "without unanswered questions", models: FITTED_MODELS.asked },
    { ...PLAIN, name: "without anticipated questions", set: await read({ asked: false }, untuned) },
  ];
}

/** "How much did it cost?" as it is typed in haste. */
function hasty(question: string): string {
  return question.toLowerCase().replace(/[?¿!]/gu, "");
}

/** As they are with unanswered questions in the index. */
function informed(models: AnswerModels): AnswerModels {
  return { ...models, ...models.informed };
}

function variants(all: Variant, views: readonly (keyof FusionWeights)[]): Variant[] {
  return [
    ...views.map((view) => ({ ...all, name: `without the view ${view}`, set: withoutView(all.set, view) })),
    { ...all, name: "without the reranker (fused order)", reranker: null },
    {
      ...all,
      name: "without the sentence model (most similar sentence)",
      models: { ...all.models, sentence: BY_SIMILARITY },
    },
  ];
}

function withoutView(set: IndexedSet, view: string): IndexedSet {
  const empty = new Map<string, number>();
  return {
    ...set,
    examples: set.examples.map((example) => ({
      ...example,
      views: {
        ...example.views,
        ranked: example.views.ranked.filter(({ name }) => name !== view),
        ...(view === "lexical" ? { lexical: empty } : {}),
        ...(view === "questionWords" ? { questionWords: empty } : {}),
      },
    })),
  };
}

function table(rows: readonly Variant[]): string {
  return markdownTable([
    ["what", "R@1", "R@5", "R@10", "best sentence right", "right in 60 words", "AUC of abstention"],
    ...rows.map(({ name, set, weights, reranker, models }) => {
      const { recallAt1, recallAt5, recallAt10 } = retrievalFigures(set, weights, reranker);
      const found = retrieveAll(set, weights, reranker);
      const rows = abstentionRows([found], models.sentence);
      return [
        name,
        ...[
          recallAt1,
          recallAt5,
          recallAt10,
          bestSentenceRight(found, models.sentence),
          shortAnswersRight(found, models),
          auc(models.abstention, rows),
        ].map(share),
      ];
    }),
  ]);
}

function counts({ examples }: IndexedSet): string {
  const answerable = examples.filter(({ gold }) => gold.answerable && gold.retrieval).length;
  const silent = examples.filter(({ gold }) => !gold.answerable).length;
  return `${answerable} questions for retrieval, ${silent} unanswerable`;
}

const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6];

/** What thresholds decline, those of the models among them. */
function thresholdTable(variants: readonly Variant[]): string {
  const columns = variants.map(({ set, weights, reranker, models }) => ({
    model: models.abstention,
    rows: abstentionRows([retrieveAll(set, weights, reranker)], models.sentence),
  }));
  const fitted = variants[0]?.models.threshold ?? 0;
  const thresholds = [...new Set([...THRESHOLDS, fitted])].sort((a, b) => a - b);
  return markdownTable([
    [
      "threshold",
      ...variants.flatMap(({ name }) => [
        `${name}: unanswerable declined`,
        "answerable declined",
        "right answers declined",
      ]),
    ],
    ...thresholds.map((threshold) => [
      `${share(threshold)}${threshold === fitted ? " (in force)" : ""}`,
      ...columns.flatMap(({ model, rows }) => {
        const figures = abstentionFigures(model, rows, threshold);
        return [figures.declinedUnanswerable, figures.declinedAnswerable, figures.declinedRight].map(share);
      }),
    ]),
  ]);
}

function share(value: number): string {
  return value.toFixed(2).replace(/^0/u, "");
}

await runCommand(main(process.argv.slice(2)));
