import type { LinearModel } from "./linear-model.ts";

/** Starting values until `npm run fit` has been run. */
export const SENTENCE_MODEL: LinearModel = {
  bias: -5,
  weights: {
    similarity: 3,
    coverage: 3,
    nearbyCoverage: 0.8,
    placeCoverage: 0.6,
    pairs: 0.8,
    passageScore: 2,
    lexicalScore: 0.8,
    agreement: 0.5,
    offersType: 0.6,
    lacksFigure: -1,
    numbersPresent: 0.8,
    numbersMissing: -0.8,
    opensDependent: -0.3,
    isQuestion: -2,
    tooShort: -1,
    tooLong: -0.3,
  },
};

export const ABSTENTION_MODEL: LinearModel = {
  bias: -3,
  weights: {
    bestProbability: 2,
    similarity: 2,
    coverage: 1.5,
    passageCoverage: 1.5,
    unknownTerms: -3,
    numbersMissing: -1,
  },
};

/** Answers below this probability are abstained from. */
export const ABSTENTION_THRESHOLD = 0.5;
