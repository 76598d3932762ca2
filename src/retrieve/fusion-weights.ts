export interface FusionWeights {
  /** RRF constant. */
  readonly k: number;
  readonly lexical: number;
  readonly sentences: number;
  readonly passages: number;
}

/** Placeholder of equal weights until `npm run fit` has been run. */
export const FUSION_WEIGHTS: FusionWeights = {
  k: 20,
  lexical: 1,
  sentences: 1,
  passages: 1,
};
