import { createEnglishAnalyzer } from "../../src/adapters/core/english-analyzer.ts";
import {
  ABSTENTION_FEATURES,
  createExtractiveComposer,
  probability,
  SENTENCE_FEATURES,
  type ComposerOptions,
  type LinearModel,
  type RankedSentence,
} from "../../src/compose/index.ts";
import type { Encoder } from "../../src/ports/encoder.ts";
import type { Retrieval } from "../../src/ports/retriever.ts";
import { createRetriever, type FusionWeights } from "../../src/retrieve/index.ts";
import { rememberedEncoder, type Example, type IndexedSet } from "./examples.ts";
import { overlaps, says } from "./gold.ts";
import { fitLogistic, type Row } from "./logistic.ts";

/** Candidates whose sentences are scored, as in the composer. */
const DEPTH = 18;

export interface Retrieved {
  readonly set: IndexedSet;
  readonly example: Example;
  readonly retrieval: Retrieval;
}

/** Retrieves every example once; hidden passages are taken out afterwards, as if the text had never had them. */
export async function retrieveAll(
  set: IndexedSet,
  encoder: Encoder,
  weights: FusionWeights,
): Promise<Retrieved[]> {
  const retriever = createRetriever(set.index, rememberedEncoder(encoder, set.examples), { weights });
  const out: Retrieved[] = [];
  for (const example of set.examples) {
    if (example.question.intent !== "content") continue;
    const found = await retriever.retrieve(example.question);
    const { hidden, documentId } = example.gold;
    const kept = hidden
      ? found.candidates.filter((c) => !overlaps(c.passage, documentId, hidden))
      : found.candidates;
    const top = kept[0]?.score ?? 1;
    out.push({
      set,
      example,
      retrieval: { ...found, candidates: kept.map((c) => ({ ...c, score: c.score / top })) },
    });
  }
  return out;
}

export function composerFor(set: IndexedSet, options: ComposerOptions) {
  return createExtractiveComposer(set.index, createEnglishAnalyzer(), options);
}

/** Whether a sentence states some group of the example's evidence. */
export function answers(example: Example, sentence: RankedSentence): boolean {
  const span = sentence.candidate.passage.sentences[sentence.sentence];
  const { gold } = example;
  return (
    span !== undefined &&
    gold.evidence.some((group) => says(sentence.candidate.passage, span, gold.documentId, group))
  );
}

/** Every sentence of the candidates of an answerable question: does it state the evidence? Sets weigh the same. */
export function fitSentenceModel(retrieved: readonly (readonly Retrieved[])[]): LinearModel {
  const rows = retrieved.flatMap((set) => {
    const answerable = set.filter((r) => r.example.gold.answerable);
    const first = answerable[0];
    if (!first) return [];
    const composer = composerFor(first.set, {});
    return answerable.flatMap(({ example, retrieval }) =>
      composer.rank(example.question, retrieval, DEPTH).map((s): Row => ({
        features: s.features,
        label: answers(example, s) ? 1 : 0,
        weight: 500 / answerable.length,
      })),
    );
  });
  return fitLogistic(rows, SENTENCE_FEATURES);
}

export interface AbstentionRow extends Row {
  readonly answerable: boolean;
  readonly set: string;
}

/**
 * The signals of every question; the label is whether one of the two best sentences states the evidence,
 * so that the model's probability is that of a right answer. Sets weigh the same.
 */
export function abstentionRows(
  retrieved: readonly (readonly Retrieved[])[],
  sentenceModel: LinearModel,
): AbstentionRow[] {
  return retrieved.flatMap((set) => {
    const first = set[0];
    if (!first) return [];
    const composer = composerFor(first.set, { sentenceModel });
    return set.map(({ example, retrieval }): AbstentionRow => {
      const ranked = composer.rank(example.question, retrieval, DEPTH);
      const right = example.gold.answerable && ranked.slice(0, 2).some((s) => answers(example, s));
      return {
        features: composer.signals(example.question, retrieval, ranked),
        label: right ? 1 : 0,
        weight: 500 / set.length,
        answerable: example.gold.answerable,
        set: first.set.name,
      };
    });
  });
}

export function fitAbstentionModel(rows: readonly Row[]): LinearModel {
  return fitLogistic(rows, ABSTENTION_FEATURES, { l2: 3 });
}

export interface AbstentionFigures {
  readonly declinedUnanswerable: number;
  readonly declinedAnswerable: number;
  /** Of the questions whose best sentences do state the evidence. */
  readonly declinedRight: number;
  /** Area under the ROC curve: how well confidence tells right answers from all others. */
  readonly auc: number;
}

export function abstentionFigures(
  model: LinearModel,
  rows: readonly AbstentionRow[],
  threshold: number,
): AbstentionFigures {
  const declined = (some: readonly AbstentionRow[]): number =>
    some.filter((r) => probability(model, r.features) < threshold).length / Math.max(1, some.length);
  return {
    declinedUnanswerable: declined(rows.filter((r) => !r.answerable)),
    declinedAnswerable: declined(rows.filter((r) => r.answerable)),
    declinedRight: declined(rows.filter((r) => r.label === 1)),
    auc: auc(model, rows),
  };
}

/** Mann-Whitney form of the area under the ROC curve. */
function auc(model: LinearModel, rows: readonly Row[]): number {
  const score = (label: 0 | 1): number[] =>
    rows.filter((r) => r.label === label).map((r) => probability(model, r.features));
  const [right, wrong] = [score(1), score(0)];
  let wins = 0;
  for (const a of right) for (const b of wrong) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / Math.max(1, right.length * wrong.length);
}

/** Worths this near to the best one are as good: a hundredth of a right answer a question. */
const PLATEAU = 0.01;

/**
 * The lowest threshold with (nearly) the best worth on the average of the sets: a right answer is worth 1, a wrong one costs
 * `cost`, an abstention is worth nothing.
 */
export function fitThreshold(model: LinearModel, rows: readonly AbstentionRow[], cost: number): number {
  const sets = [...new Set(rows.map((r) => r.set))].map((name) => rows.filter((r) => r.set === name));
  const worth = (set: readonly AbstentionRow[], threshold: number): number =>
    set
      .filter((r) => probability(model, r.features) >= threshold)
      .reduce((sum, r) => sum + (r.label === 1 ? 1 : -cost), 0) / set.length;
  const steps = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  const worths = steps.map((threshold) => {
    const values = sets.map((set) => worth(set, threshold));
    return values.reduce((sum, value) => sum + value, 0) / sets.length;
  });
  const best = Math.max(...worths);
  return steps[worths.findIndex((value) => value >= best - PLATEAU)] ?? 0;
}
