import type { LinearModel } from "./linear-model.ts";

/** Probability that a sentence answers. Written by `npm run fit`: fitted on XQuAD's first 24 articles and the dev split of evals/facts; figures in scripts/fit/result.json. */
export const SENTENCE_MODEL: LinearModel = {
  bias: -8.357,
  weights: {
    similarity: 2.456,
    coverage: 2.78,
    nearbyCoverage: -1.905,
    placeCoverage: 1.172,
    pairs: 1.705,
    passageScore: 3.259,
    lexicalScore: 1.317,
    agreement: -0.14,
    offersType: 0.477,
    lacksFigure: -1.582,
    numbersPresent: 0.236,
    numbersMissing: -0.098,
    opensDependent: -0.107,
    tooShort: -0.087,
    tooLong: 0.919,
  },
};

/** Probability that the report answers the question. Written by `npm run fit`: fitted on XQuAD's first 24 articles and the dev split of evals/facts; figures in scripts/fit/result.json. */
export const ABSTENTION_MODEL: LinearModel = {
  bias: -4.317,
  weights: {
    bestProbability: 1.391,
    secondProbability: -0.392,
    similarity: 0.259,
    coverage: 0.596,
    passageCoverage: 0.525,
    lexicalPerIdf: 0.929,
    agreement: 1.185,
    numbersMissing: -0.156,
    offersType: 0.539,
    rarestCovered: 0.451,
    fewTerms: 0.016,
  },
};

/** Answers below this probability are abstained from. Written by `npm run fit`: fitted on XQuAD's first 24 articles and the dev split of evals/facts; figures in scripts/fit/result.json. */
export const ABSTENTION_THRESHOLD = 0.25;
