import type { LinearModel } from "./linear-model.ts";

/** Probability that a sentence answers. Written by `npm run fit`: fitted on XQuAD's first 24 articles and the dev split of evals/facts; figures in scripts/fit/result.json. */
export const SENTENCE_MODEL: LinearModel = {
  bias: -8.336,
  weights: {
    similarity: 2.463,
    coverage: 2.733,
    nearbyCoverage: -2.048,
    placeCoverage: 1.301,
    pairs: 1.673,
    passageScore: 3.329,
    lexicalScore: 1.27,
    agreement: -0.189,
    offersType: 0.496,
    lacksFigure: -1.543,
    numbersPresent: 0.235,
    numbersMissing: -0.076,
    opensDependent: -0.061,
    tooShort: -0.75,
    tooLong: 0.883,
  },
};

/** Probability that the report answers the question. Written by `npm run fit`: fitted on XQuAD's first 24 articles and the dev split of evals/facts; figures in scripts/fit/result.json. */
export const ABSTENTION_MODEL: LinearModel = {
  bias: -4.289,
  weights: {
    bestProbability: 1.425,
    secondProbability: -0.42,
    similarity: 0.286,
    coverage: 0.578,
    passageCoverage: 0.424,
    lexicalPerIdf: 0.952,
    agreement: 1.215,
    numbersMissing: -0.028,
    offersType: 0.455,
    rarestCovered: 0.5,
    fewTerms: 0.042,
  },
};

/** Answers below this probability are abstained from. Written by `npm run fit`: fitted on XQuAD's first 24 articles and the dev split of evals/facts; figures in scripts/fit/result.json. */
export const ABSTENTION_THRESHOLD = 0.25;
