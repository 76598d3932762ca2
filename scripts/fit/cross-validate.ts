import { ABSTENTION_FEATURES, UNANSWERED_FEATURES } from "../../src/compose/index.ts";
import type { FusionWeights } from "../../src/retrieve/index.ts";
import { retrievalFigures } from "./fit-fusion.ts";
import {
  abstentionRows,
  auc,
  bestSentenceRight,
  fitAbstentionModel,
  fitSentenceModel,
  informedRows,
  retrieveAll,
} from "./fit-models.ts";
import { fitReranker } from "./fit-reranker.ts";
import type { IndexedSet } from "./examples.ts";

export interface CrossValidation {
  readonly folds: number;
  /** Means over the folds, each on the sections that nothing was fitted on. */
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly bestSentenceRight: number;
  readonly auc: number;
}

/** Sections of the source are dealt to this many folds in turn. */
const FOLDS = 5;

/**
 * Fits all models without one fold of sections and measures them there, fold by fold: what the fitted values do for
 * parts of a report that they have not seen.
 * @param sections offsets at which the sections of the source begin, ascending
 */
export function crossValidate(
  sets: readonly IndexedSet[],
  weights: FusionWeights,
  sections: readonly number[],
): CrossValidation {
  const foldOf = (offset: number): number => sections.filter((start) => start <= offset).length % FOLDS;
  const part = (set: IndexedSet, keep: (fold: number) => boolean): IndexedSet => ({
    ...set,
    examples: set.examples.filter(({ gold }) => {
      const [span] = [...gold.evidence.flat(), ...gold.hidden, ...(gold.near ? [gold.near] : [])];
      return span !== undefined && keep(foldOf(span.start));
    }),
  });
  const folds = Array.from({ length: FOLDS }, (_, held) => {
    const seen = sets.map((set) => part(set, (fold) => fold !== held));
    const unseen = sets.map((set) => part(set, (fold) => fold === held));
    const reranker = fitReranker(seen.map((set) => retrieveAll(set, weights, null)));
    const found = seen.map((set) => retrieveAll(set, weights, reranker));
    const sentence = fitSentenceModel(found);
    const abstention = fitAbstentionModel(informedRows(abstentionRows(found, sentence)), [
      ...ABSTENTION_FEATURES,
      ...UNANSWERED_FEATURES,
    ]);
    const heldFound = unseen.map((set) => retrieveAll(set, weights, reranker));
    const retrieval = unseen.map((set) => retrievalFigures(set, weights, reranker));
    return {
      recallAt1: mean(retrieval.map((f) => f.recallAt1)),
      recallAt5: mean(retrieval.map((f) => f.recallAt5)),
      bestSentenceRight: mean(heldFound.map((f) => bestSentenceRight(f, sentence))),
      auc: auc(abstention, abstentionRows(heldFound, sentence)),
    };
  });
  return {
    folds: FOLDS,
    recallAt1: mean(folds.map((f) => f.recallAt1)),
    recallAt5: mean(folds.map((f) => f.recallAt5)),
    bestSentenceRight: mean(folds.map((f) => f.bestSentenceRight)),
    auc: mean(folds.map((f) => f.auc)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
