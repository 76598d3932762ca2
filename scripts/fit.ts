import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { sectionSchema } from "../evals/schema/sections.ts";
import { readCorpusFolder } from "../src/adapters/node/corpus-folder.ts";
import { createTerminalProgress } from "../src/adapters/node/progress.ts";
import { createTransformersEncoder } from "../src/adapters/node/transformers-encoder.ts";
import type { UnansweredQuestion } from "../src/domain/unanswered-question.ts";
import { AppError } from "../src/domain/errors.ts";
import {
  ABSTENTION_FEATURES,
  CROSS_LANGUAGE_ABSTENTION_FEATURES,
  CROSS_LANGUAGE_UNANSWERED_FEATURES,
  UNANSWERED_FEATURES,
  CROSS_LANGUAGE_SENTENCE_FEATURES,
  type AnswerModels,
} from "../src/compose/index.ts";
import type { LinearModel } from "../src/domain/linear-model.ts";
import { CROSS_LANGUAGE_PASSAGE_FEATURES, type FusionWeights } from "../src/retrieve/index.ts";
import { crossValidate } from "./fit/cross-validate.ts";
import { indexSet, rememberingEncoder, type IndexedSet } from "./fit/examples.ts";
import {
  ASKED_GRID,
  CROSS_LANGUAGE_GRID,
  fitFusion,
  PLAIN_GRID,
  retrievalFigures,
} from "./fit/fit-fusion.ts";
import {
  abstentionFigures,
  abstentionRows,
  bestSentenceRight,
  fitAbstentionModel,
  fitSentenceModel,
  fitThreshold,
  informedRows,
  retrieveAll,
  thresholdDeclining,
} from "./fit/fit-models.ts";
import { fitReranker } from "./fit/fit-reranker.ts";
import { readFalsePremise } from "./fit/false-premise.ts";
import { readFar } from "./fit/far.ts";
import { deal, readNearTopicSet, thin } from "./fit/near-topic.ts";
import { readReportSet } from "./fit/report-set.ts";
import { writeModels } from "./fit/write-models.ts";
import { readWriterSet, writersOf } from "./fit/writer-set.ts";
import { readXquad, type GoldSet } from "./fit/xquad.ts";

/** What a wrong answer costs, where a right one is worth 1: it misleads, but its quote shows what it stands on. */
const COST_OF_WRONG = 0.5;
/** Shares of unanswerable questions to decline (docs/decisions/0017). */
const DECLINE = { asked: 0.65, informed: 0.77, crossLanguage: 0.85 };
/** Questions drawn from each writer. */
const DRAWN = 600;

/**
 * Fitted where a question is at every passage that answers it, and so tells of each: models that were fitted where it is at
 * the first few, as it is for users, were worse on dev (docs/decisions/0031).
 */
const PLACED = { places: Infinity };

/** Sets of one writer's questions that those of all readers together count for. */
const READERS = 2;

/** Everything that one kind of index is ordered and answered by. */
interface Fitted {
  readonly weights: FusionWeights;
  readonly reranker: LinearModel;
  readonly models: AnswerModels;
}

/**
 * Fits fusion weights, rerankers, sentence and abstention models on XQuAD's fitting half and on each writer's
 * anticipated questions beside an index of the other writers', the thresholds on the report's dev questions, writes them
 * into src/, and reports on what nothing was fitted on: `npm run fit -- --data DIR [--dry-run]`.
 */
async function main(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: "string" }, "dry-run": { type: "boolean" } },
  });
  if (values.data === undefined)
    throw new AppError("data_missing", "give the folder with xquad.en.json as --data DIR");
  const progress = createTerminalProgress({ stream: process.stderr });
  const encoder = rememberingEncoder(await createTransformersEncoder({ modelsDir: "models", progress }));
  const indexed = async (set: Promise<GoldSet>): Promise<IndexedSet> =>
    indexSet(await set, encoder, progress, PLACED);
  const { questions, unanswered } = await readCorpusFolder("corpus");
  const falsePremise = await readFalsePremise();
  const far = await readFar();
  const byWriter = async (language: "en" | "es", asked: boolean, count: number): Promise<IndexedSet[]> => {
    const sets: IndexedSet[] = [];
    const writers = writersOf(questions, language);
    const [readers, others] = [writers.filter(isReader), writers.filter((writer) => !isReader(writer))];
    const ofLanguage = <T extends { readonly language: string }>(all: readonly T[]): T[] =>
      all.filter((one) => one.language === language);
    const distant = deal(ofLanguage(far), others.length);
    const corrected = deal(language === "en" ? ofLanguage(falsePremise) : [], others.length);
    const near = nearOf(
      unanswered.filter(({ writer }) => !isReader(writer)),
      language,
      others.length,
    );
    for (const [i, writer] of others.entries()) {
      const also = { near: near[i] ?? [], falsePremise: corrected[i] ?? [], far: distant[i] ?? [] };
      sets.push(await indexed(readWriterSet("corpus", writer, { language, asked, count, ...also })));
    }
    // What readers ask in vain is asked beside what they ask with success.
    for (const writer of readers) {
      const vain = ofLanguage(unanswered).filter((one) => one.writer === writer);
      const also = { near: vain, weight: READERS / readers.length };
      sets.push(await indexed(readWriterSet("corpus", writer, { language, asked, count, ...also })));
    }
    return sets;
  };
  const dev = (asked: boolean, language: "en" | "es" = "en"): Promise<IndexedSet> =>
    indexed(readReportSet("corpus", "evals/facts", { asked, language }));

  const xquad = await indexed(readXquad(values.data, "fit"));
  const plainSets = [xquad, ...(await byWriter("en", false, DRAWN / 2))];
  const devPlain = await dev(false);
  const plain = fitAll(plainSets, fitFusion(plainSets, PLAIN_GRID), { threshold: [xquad, devPlain] });

  const askedSets = await byWriter("en", true, DRAWN);
  const devAsked = await dev(true);
  const askedWeights = fitFusion(askedSets, ASKED_GRID);
  const nearSets = async (language: "en" | "es"): Promise<IndexedSet[]> => {
    const sets: IndexedSet[] = [];
    const all = [...new Set(unanswered.map((one) => one.writer))];
    const readers = { name: "readers", writers: all.filter(isReader) };
    const writers = all.filter((one) => !isReader(one)).map((one) => ({ name: one, writers: [one] }));
    for (const some of [...writers, readers])
      sets.push(await indexed(readNearTopicSet("corpus", language, some)));
    return sets;
  };
  const nearAsked = await nearSets("en");
  const asked = fitAll(askedSets, askedWeights, {
    abstention: ABSTENTION_FEATURES,
    threshold: [devAsked, ...nearAsked],
    decline: DECLINE.asked,
  });

  const spanishSets = await byWriter("es", true, DRAWN);
  const devSpanish = await dev(true, "es");
  const nearSpanish = await nearSets("es");
  const crossLanguage = fitAll(spanishSets, fitFusion(spanishSets, CROSS_LANGUAGE_GRID), {
    passage: CROSS_LANGUAGE_PASSAGE_FEATURES,
    sentence: CROSS_LANGUAGE_SENTENCE_FEATURES,
    abstention: CROSS_LANGUAGE_ABSTENTION_FEATURES,
    unanswered: CROSS_LANGUAGE_UNANSWERED_FEATURES,
    threshold: nearSpanish,
    decline: DECLINE.crossLanguage,
  });

  const held = await indexed(readXquad(values.data, "report"));
  const fitted = { plain, asked, crossLanguage };
  const reported: [IndexedSet, Fitted][] = [
    ...[...plainSets, devPlain, held].map((set): [IndexedSet, Fitted] => [set, plain]),
    ...[...askedSets, devAsked].map((set): [IndexedSet, Fitted] => [set, asked]),
    ...[...spanishSets, devSpanish].map((set): [IndexedSet, Fitted] => [set, crossLanguage]),
  ];
  const starts = z.array(sectionSchema).parse(JSON.parse(await readFile("evals/sections.json", "utf8")));
  const result = {
    fittedOn: [...plainSets, ...askedSets, ...spanishSets].map((set) => set.name),
    thresholdsOn: [xquad, devPlain, devAsked, ...nearAsked, ...nearSpanish].map((set) => set.name),
    reportedOn: held.name,
    fitted,
    crossValidation: crossValidate(
      askedSets,
      askedWeights,
      starts.map(({ start }) => start),
    ),
    figures: Object.fromEntries(reported.map(([set, values]) => [set.name, figuresOf(set, values)])),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (values["dry-run"] === true) return;
  await writeModels(fitted);
  await writeFile("scripts/fit/result.json", `${JSON.stringify(result, null, 2)}\n`);
}

/** Whether someone's questions, answered or not, were asked of the whole report: decision 31. */
function isReader(writer: string): boolean {
  return writer.startsWith("reader-");
}

/** Unanswered questions asked beside one writer's anticipated ones, at most. */
const NEAR = 700;

/**
 * Unanswered questions for each of some sets, all of one writer's, who changes from set to set: those of the others are
 * what the index knows.
 */
function nearOf(
  all: readonly UnansweredQuestion[],
  language: "en" | "es",
  sets: number,
): UnansweredQuestion[][] {
  const own = all.filter((one) => one.language === language);
  const writers = [...new Set(own.map(({ writer }) => writer))];
  return Array.from({ length: sets }, (_, i) => {
    const writer = writers[i % writers.length];
    const hands = deal(
      own.filter((one) => one.writer === writer),
      Math.ceil(sets / writers.length),
    );
    return thin(hands[Math.floor(i / writers.length)] ?? [], NEAR);
  });
}

/** The reranker, the sentence model, the abstention model and its threshold, each on what the ones before it give. */
function fitAll(
  sets: readonly IndexedSet[],
  weights: FusionWeights,
  given: {
    readonly passage?: readonly string[];
    readonly sentence?: readonly string[];
    readonly abstention?: readonly string[];
    readonly unanswered?: readonly string[];
    /** What the threshold is fitted on. */
    readonly threshold: readonly IndexedSet[];
    /** Share of the unanswerable questions to decline; without, answers are weighed against each other. */
    readonly decline?: number;
  },
): Fitted {
  const reranker = fitReranker(
    sets.map((set) => retrieveAll(set, weights, null)),
    given.passage,
  );
  const found = sets.map((set) => retrieveAll(set, weights, reranker));
  const sentence = fitSentenceModel(found, given.sentence);
  const seen = abstentionRows(found, sentence);
  const decided = given.threshold.map((set) => retrieveAll(set, weights, reranker));
  const rows = abstentionRows(decided, sentence);
  const { decline, abstention: features = ABSTENTION_FEATURES, unanswered = UNANSWERED_FEATURES } = given;
  const abstention = fitAbstentionModel(seen, features);
  if (decline === undefined) {
    const threshold = fitThreshold(abstention, rows, COST_OF_WRONG);
    return { weights, reranker, models: { sentence, abstention, threshold } };
  }
  const threshold = thresholdDeclining(abstention, rows, decline);
  const knowing = fitAbstentionModel(informedRows(seen), [...features, ...unanswered]);
  const informed = {
    abstention: knowing,
    threshold: thresholdDeclining(knowing, rows, Math.max(decline, DECLINE.informed)),
  };
  return { weights, reranker, models: { sentence, abstention, threshold, informed } };
}

function figuresOf(set: IndexedSet, { weights, reranker, models }: Fitted): object {
  const found = retrieveAll(set, weights, reranker);
  const rows = abstentionRows([found], models.sentence);
  const { informed } = models;
  return {
    retrieval: retrievalFigures(set, weights, reranker),
    bestSentenceRight: bestSentenceRight(found, models.sentence),
    abstention: abstentionFigures(models.abstention, rows, models.threshold),
    ...(informed ? { informed: abstentionFigures(informed.abstention, rows, informed.threshold) } : {}),
  };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof AppError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
});
