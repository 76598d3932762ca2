import type { LinearModel } from "./linear-model.ts";

/** Probability that a sentence answers. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const SENTENCE_MODEL: LinearModel = {
  bias: -9.649,
  weights: {
    similarity: 3.102,
    coverage: 2.649,
    nearbyCoverage: -1.608,
    placeCoverage: 5.114,
    pairs: 1.52,
    passageScore: 3.01,
    lexicalScore: 2.388,
    agreement: 0.21,
    offersType: 0.416,
    lacksFigure: -1.89,
    numbersPresent: -0.127,
    numbersMissing: -0.409,
    opensDependent: 0.117,
    isQuestion: -1.363,
    tooShort: 3.205,
    tooLong: 1.134,
  },
};

/** Probability that the report answers the question. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_MODEL: LinearModel = {
  bias: -3.837,
  weights: {
    bestProbability: 1.538,
    secondProbability: -0.736,
    similarity: 0.512,
    coverage: 0.9,
    passageCoverage: 0.52,
    lexicalPerIdf: 0.788,
    agreement: 1.503,
    numbersMissing: -0.45,
    offersType: -0.267,
    rarestCovered: 0.753,
    fewTerms: 0.286,
  },
};

/** Answers below this probability are abstained from. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_THRESHOLD = 0.18;
