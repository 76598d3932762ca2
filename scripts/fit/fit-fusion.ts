import { candidatesOf, fuse, rerank, RERANKED, type FusionWeights } from "../../src/retrieve/index.ts";
import type { LinearModel } from "../../src/domain/linear-model.ts";
import { evenWeights, type Example, type IndexedSet } from "./examples.ts";
import { holds } from "./gold.ts";

export interface RetrievalFigures {
  readonly questions: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly recallAt10: number;
  readonly mrr: number;
}

/** Where the first passage with evidence stands, over the answerable retrieval questions of a set. */
export function retrievalFigures(
  set: IndexedSet,
  weights: FusionWeights,
  reranker: LinearModel | null = null,
): RetrievalFigures {
  const ranks = retrievable(set).map((example) => {
    const { gold } = example;
    const at = rankedIds(set, example, weights, reranker).findIndex((id) => {
      const passage = set.index.passage(id);
      return passage && gold.evidence.some((group) => holds(passage, gold.documentId, group));
    });
    return at < 0 ? Infinity : at + 1;
  });
  const share = (k: number): number => ranks.filter((rank) => rank <= k).length / ranks.length;
  const mrr = ranks.reduce((sum, rank) => sum + (rank <= 10 ? 1 / rank : 0), 0) / ranks.length;
  return { questions: ranks.length, recallAt1: share(1), recallAt5: share(5), recallAt10: share(10), mrr };
}

function retrievable({ examples }: IndexedSet): Example[] {
  return examples.filter(({ gold }) => gold.answerable && gold.retrieval);
}

function rankedIds(
  { index }: IndexedSet,
  { question, vector, views }: Example,
  weights: FusionWeights,
  reranker: LinearModel | null,
): string[] {
  if (!reranker) return fuse(views.ranked, { ...weights }, weights.k).map(({ id }) => id);
  const options = { weights, keep: RERANKED, detailed: RERANKED };
  const candidates = candidatesOf(index, question, vector, views, options);
  return rerank(question, candidates, index, reranker).map(({ passage }) => passage.id);
}

/**
 * Share of the questions whose evidence is among the passages that are reranked: what fusion is for. Questions worded like
 * their evidence weigh as much in all as those worded far from it.
 */
function candidateRecall(set: IndexedSet, weights: FusionWeights): number {
  const examples = retrievable(set);
  const weightOf = evenWeights(examples);
  let [found, all] = [0, 0];
  for (const example of examples) {
    const { gold, views } = example;
    const weight = weightOf(example);
    all += weight;
    const kept = fuse(views.ranked, { ...weights }, weights.k).slice(0, RERANKED);
    const holding = kept.some(({ id }) => {
      const passage = set.index.passage(id);
      return passage && gold.evidence.some((group) => holds(passage, gold.documentId, group));
    });
    if (holding) found += weight;
  }
  return found / all;
}

/** Every combination of the values of each weight, the last one turning fastest. */
function gridOf(axes: Readonly<Record<keyof FusionWeights, readonly number[]>>): FusionWeights[] {
  const { k, lexical, sentences, passages, questionWords, questionVectors, translated } = axes;
  let grid: FusionWeights[] = [
    { k: 0, lexical: 0, sentences: 0, passages: 0, questionWords: 0, questionVectors: 0, translated: 0 },
  ];
  const turns = { k, lexical, sentences, passages, questionWords, questionVectors, translated };
  for (const [name, values] of Object.entries(turns)) {
    grid = grid.flatMap((weights) => values.map((value) => ({ ...weights, [name]: value })));
  }
  return grid;
}

/** Weights tried for indexes without anticipated questions. */
export const PLAIN_GRID: readonly FusionWeights[] = gridOf({
  k: [5, 10, 20, 60],
  lexical: [1, 2, 3, 4],
  sentences: [1],
  passages: [0.5, 1, 1.5],
  questionWords: [0],
  questionVectors: [0],
  translated: [0],
});

/**
 * Weights tried for indexes with them. The report's own vectors add little there (`npm run ablate`) and cost two
 * searches.
 */
const ASKED = {
  k: [5, 10, 20],
  lexical: [1, 2, 4],
  sentences: [0],
  passages: [0],
  questionWords: [1, 2, 4],
  questionVectors: [1, 2, 4],
  translated: [0, 2, 4, 6],
};
export const ASKED_GRID: readonly FusionWeights[] = gridOf(ASKED);

/** Weights tried for questions in another language, whose words the report's own seldom are. */
export const CROSS_LANGUAGE_GRID: readonly FusionWeights[] = gridOf({
  ...ASKED,
  lexical: [0, 1],
  translated: [1, 2, 4, 6],
});

/** The grid's weights with the best candidates, each set counting the same; among equals the first. */
export function fitFusion(sets: readonly IndexedSet[], grid: readonly FusionWeights[]): FusionWeights {
  let best: { weights: FusionWeights; value: number } | null = null;
  for (const weights of grid) {
    const value = sets.reduce((sum, set) => sum + candidateRecall(set, weights), 0) / sets.length;
    if (!best || value > best.value + 1e-9) best = { weights, value };
  }
  if (!best) throw new RangeError("the grid of fusion weights is empty");
  return best.weights;
}
