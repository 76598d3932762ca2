export interface FusionWeights {
  /** RRF constant. */
  readonly k: number;
  readonly lexical: number;
  readonly sentences: number;
  readonly passages: number;
  readonly questionWords: number;
  readonly questionVectors: number;
}

/** For indexes without and with anticipated questions. Written by `npm run fit`: the plain ones fitted on XQuAD's first 24 articles and on anticipated questions beside an index without any, the others on each writer's anticipated questions beside an index of the other writers' (in Spanish for other languages); thresholds on the dev split of evals/facts (the plain and the Spanish one on what they were fitted on, too); figures in scripts/fit/result.json. */
export const FUSION_WEIGHTS: Readonly<Record<"plain" | "asked", FusionWeights>> = {
  plain: { k: 5, lexical: 1, sentences: 1, passages: 0.5, questionWords: 0, questionVectors: 0 },
  asked: { k: 5, lexical: 2, sentences: 0, passages: 0, questionWords: 3, questionVectors: 2 },
};
