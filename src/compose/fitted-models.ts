import type { LinearModel } from "./linear-model.ts";

/** Probability that a sentence answers. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const SENTENCE_MODEL: LinearModel = {
  bias: -9.649,
  weights: {
    similarity: 3.101,
    coverage: 2.647,
    nearbyCoverage: -1.61,
    placeCoverage: 5.115,
    pairs: 1.515,
    passageScore: 3.012,
    lexicalScore: 2.389,
    agreement: 0.208,
    offersType: 0.414,
    lacksFigure: -1.867,
    numbersPresent: -0.123,
    numbersMissing: -0.414,
    opensDependent: 0.119,
    isQuestion: -1.363,
    tooShort: 3.206,
    tooLong: 1.135,
  },
};

/** Probability that the report answers the question. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_MODEL: LinearModel = {
  bias: -4.461,
  weights: {
    bestProbability: 1.458,
    secondProbability: -0.657,
    similarity: 0.51,
    coverage: 0.951,
    passageCoverage: 0.649,
    unknownTerms: 1.929,
    lexicalPerIdf: 0.898,
    agreement: 1.514,
    numbersMissing: -0.442,
    offersType: -0.161,
    rarestCovered: 0.978,
    fewTerms: 0.176,
  },
};

/** Answers below this probability are abstained from. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_THRESHOLD = 0.2;
