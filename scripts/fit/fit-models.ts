import { createEnglishAnalyzer } from "../../src/adapters/core/english-analyzer.ts";
import {
  ABSTENTION_FEATURES,
  createExtractiveComposer,
  probability,
  SENTENCE_FEATURES,
  type AnswerModels,
  type ComposerOptions,
  type LinearModel,
  type ModelSets,
  type RankedSentence,
} from "../../src/compose/index.ts";
import type { Retrieval } from "../../src/ports/retriever.ts";
import {
  candidatesOf,
  rerank,
  RERANKED,
  likestUnanswered,
  type FusionWeights,
} from "../../src/retrieve/index.ts";
import { evenWeights, type Example, type IndexedSet } from "./examples.ts";
import { says, type GoldQuestion } from "./gold.ts";
import { fitLogistic, type Row } from "./logistic.ts";

/** Candidates whose sentences are scored, as in the composer. */
const DEPTH = 8;

const NOTHING: LinearModel = { bias: 0, weights: {} };
const NO_MODELS: AnswerModels = { sentence: NOTHING, abstention: NOTHING, threshold: 0 };

export interface Retrieved {
  readonly set: IndexedSet;
  readonly example: Example;
  readonly retrieval: Retrieval;
}

/** Candidates of every example that retrieval answers. */
export function retrieveAll(
  set: IndexedSet,
  weights: FusionWeights,
  reranker: LinearModel | null,
): Retrieved[] {
  return set.examples
    .filter(({ question }) => question.intent === "content")
    .map((example) => {
      const { question, vector, views } = example;
      const options = { weights, keep: RERANKED, detailed: RERANKED };
      const fused = candidatesOf(set.index, question, vector, views, options);
      const candidates = rerank(question, fused, set.index, reranker);
      const unanswered = likestUnanswered(set.index, question, vector, candidates);
      return { set, example, retrieval: { vector, candidates, unanswered, encodeMs: 0 } };
    });
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

/** Share of the answerable questions whose best sentence states the evidence. */
export function bestSentenceRight(found: readonly Retrieved[], sentence: LinearModel): number {
  const answerable = found.filter(({ example: { gold } }) => gold.answerable && gold.retrieval);
  const [first] = answerable;
  if (!first) return 0;
  const composer = composerFor(first.set, { models: only({ ...NO_MODELS, sentence }) });
  const right = answerable.filter(({ example, retrieval }) => {
    const [best] = composer.rank(example.question, retrieval, DEPTH);
    return best && answers(example, best);
  });
  return right.length / answerable.length;
}

/** Every sentence of the candidates of an answerable question: does it state the evidence? Sets weigh the same. */
export function fitSentenceModel(
  retrieved: readonly (readonly Retrieved[])[],
  features: readonly string[] = SENTENCE_FEATURES,
): LinearModel {
  const rows = retrieved.flatMap((set) => {
    const answerable = set.filter((r) => r.example.gold.answerable);
    const first = answerable[0];
    if (!first) return [];
    const composer = composerFor(first.set, {});
    const weightOf = evenWeights(answerable.map((r) => r.example));
    return answerable.flatMap(({ example, retrieval }) =>
      composer.rank(example.question, retrieval, DEPTH).map((s): Row => ({
        features: s.features,
        label: answers(example, s) ? 1 : 0,
        weight: weightOf(example),
      })),
    );
  });
  return fitLogistic(rows, features);
}

/** The same models whatever the index and the question. */
export function only(models: AnswerModels): ModelSets {
  return { plain: models, asked: models, crossLanguage: models };
}

export interface AbstentionRow extends Row {
  readonly answerable: boolean;
  readonly set: string;
  /** What its kind weighs in a model that knows what is not answered. */
  readonly informedWeight: number;
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
    const composer = composerFor(first.set, { models: only({ ...NO_MODELS, sentence: sentenceModel }) });
    return set.map(({ example, retrieval }): AbstentionRow => {
      const ranked = composer.rank(example.question, retrieval, DEPTH);
      const right = example.gold.answerable && ranked.slice(0, 2).some((s) => answers(example, s));
      return {
        features: composer.signals(example.question, retrieval, ranked),
        label: right ? 1 : 0,
        weight: ((example.gold.weight ?? 1) * 500) / set.length,
        answerable: example.gold.answerable,
        set: first.set.name,
        informedWeight: informedWeight(example.gold),
      };
    });
  });
}

/**
 * Weights for a model that knows what is not answered: what users ask in vain is mostly what readers ask in vain next to
 * a passage, and seldom what an anticipated question of text that is not there asks; questions with a false premise are
 * few, and to be answered. Chosen on dev.
 */
function informedWeight({ hidden, near, falsePremise }: GoldQuestion): number {
  if (hidden.length > 0) return 0.1;
  return near || falsePremise ? 2 : 1;
}

export function informedRows(rows: readonly AbstentionRow[]): AbstentionRow[] {
  return rows.map((row) => ({ ...row, weight: row.weight * row.informedWeight }));
}

export function fitAbstentionModel(
  rows: readonly Row[],
  features: readonly string[] = ABSTENTION_FEATURES,
): LinearModel {
  return fitLogistic(rows, features, { l2: 3 });
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
export function auc(model: LinearModel, rows: readonly Row[]): number {
  const score = (label: 0 | 1): number[] =>
    rows.filter((r) => r.label === label).map((r) => probability(model, r.features));
  const [right, wrong] = [score(1), score(0)];
  let wins = 0;
  for (const a of right) for (const b of wrong) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / Math.max(1, right.length * wrong.length);
}

/**
 * The threshold with the best worth on the average of the sets, the highest of equals (in doubt, abstain): a right answer
 * is worth 1, a wrong one costs `cost`, an abstention is worth nothing.
 */
export function fitThreshold(model: LinearModel, rows: readonly AbstentionRow[], cost: number): number {
  const sets = [...new Set(rows.map((r) => r.set))].map((name) => rows.filter((r) => r.set === name));
  const worth = (set: readonly AbstentionRow[], threshold: number): number =>
    set
      .filter((r) => probability(model, r.features) >= threshold)
      .reduce((sum, r) => sum + (r.label === 1 ? 1 : -cost), 0) / set.length;
  const steps = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  const worths = steps.map((threshold) => sets.reduce((sum, set) => sum + worth(set, threshold), 0));
  const best = Math.max(...worths);
  return steps[worths.findLastIndex((value) => value >= best - 1e-9)] ?? 0;
}

/** The lowest threshold that declines at least a share of the unanswerable questions, each set counting the same. */
export function thresholdDeclining(
  model: LinearModel,
  rows: readonly AbstentionRow[],
  share: number,
): number {
  const silent = rows.filter((r) => !r.answerable);
  const sets = [...new Set(silent.map((r) => r.set))].map((name) => silent.filter((r) => r.set === name));
  const declined = (threshold: number): number =>
    sets.reduce(
      (sum, set) => sum + set.filter((r) => probability(model, r.features) < threshold).length / set.length,
      0,
    ) / sets.length;
  const steps = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  return steps.find((threshold) => declined(threshold) >= share) ?? 0.99;
}
