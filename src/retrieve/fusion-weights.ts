export interface FusionWeights {
  /** RRF constant. */
  readonly k: number;
  readonly lexical: number;
  readonly sentences: number;
  readonly passages: number;
}

/** Written by `npm run fit`: fitted on XQuAD's first 24 articles and the dev split of evals/facts; figures in scripts/fit/result.json. */
export const FUSION_WEIGHTS: FusionWeights = { k: 5, lexical: 2, sentences: 1, passages: 1 };
