import { createRetriever, type FusionWeights } from "../../src/retrieve/index.ts";
import { rememberedEncoder, type IndexedSet } from "./examples.ts";
import { holds } from "./gold.ts";
import type { Encoder } from "../../src/ports/encoder.ts";

export interface RetrievalFigures {
  readonly questions: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly recallAt10: number;
  readonly mrr: number;
}

/** Where the first passage with evidence stands, over the answerable retrieval questions of a set. */
export async function retrievalFigures(
  set: IndexedSet,
  encoder: Encoder,
  weights: FusionWeights,
): Promise<RetrievalFigures> {
  const retriever = createRetriever(set.index, rememberedEncoder(encoder, set.examples), { weights });
  const examples = set.examples.filter((e) => e.gold.answerable && e.gold.retrieval);
  const ranks: number[] = [];
  for (const { gold, question } of examples) {
    const { candidates } = await retriever.retrieve(question);
    const at = candidates.findIndex((c) =>
      gold.evidence.some((group) => holds(c.passage, gold.documentId, group)),
    );
    ranks.push(at < 0 ? Infinity : at + 1);
  }
  const share = (k: number): number => ranks.filter((rank) => rank <= k).length / ranks.length;
  const mrr = ranks.reduce((sum, rank) => sum + (rank <= 10 ? 1 / rank : 0), 0) / ranks.length;
  return { questions: ranks.length, recallAt1: share(1), recallAt5: share(5), recallAt10: share(10), mrr };
}

const GRID: readonly FusionWeights[] = [5, 10, 20, 60].flatMap((k) =>
  [1, 2, 3, 4].flatMap((lexical) =>
    [0, 0.5, 1, 1.5].map((passages) => ({ k, lexical, sentences: 1, passages })),
  ),
);

/** The grid's best weights by MRR@10, each set counting the same. */
export async function fitFusion(sets: readonly IndexedSet[], encoder: Encoder): Promise<FusionWeights> {
  let best: { weights: FusionWeights; value: number } | null = null;
  for (const weights of GRID) {
    const figures = await Promise.all(sets.map((set) => retrievalFigures(set, encoder, weights)));
    const value = figures.reduce((sum, f) => sum + f.mrr, 0) / figures.length;
    if (!best || value > best.value + 1e-9) best = { weights, value };
  }
  if (!best) throw new RangeError("the grid of fusion weights is empty");
  return best.weights;
}
