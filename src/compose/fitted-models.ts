import type { LinearModel } from "./linear-model.ts";

/** Probability that a sentence answers. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const SENTENCE_MODEL: LinearModel = {
  bias: -9.061,
  weights: {
    similarity: 3.079,
    coverage: 2.644,
    nearbyCoverage: -1.648,
    placeCoverage: 5.085,
    pairs: 1.542,
    passageScore: 2.512,
    lexicalScore: 2.32,
    agreement: 0.214,
    offersType: 0.388,
    lacksFigure: -1.962,
    numbersPresent: -0.075,
    numbersMissing: -0.365,
    opensDependent: 0.104,
    tooShort: 3.132,
    tooLong: 1.055,
  },
};

/** Probability that the report answers the question. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_MODEL: LinearModel = {
  bias: -3.954,
  weights: {
    bestProbability: 1.604,
    secondProbability: -0.807,
    similarity: 0.439,
    coverage: 1.067,
    passageCoverage: 0.682,
    lexicalPerIdf: 0.702,
    agreement: 1.584,
    numbersMissing: -0.447,
    offersType: -0.218,
    rarestCovered: 0.68,
    fewTerms: 0.469,
  },
};

/** Answers below this probability are abstained from. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_THRESHOLD = 0.31;
