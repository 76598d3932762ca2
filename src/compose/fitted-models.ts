import type { LinearModel } from "./linear-model.ts";

/** Probability that a sentence answers. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const SENTENCE_MODEL: LinearModel = {
  bias: -8.678,
  weights: {
    similarity: 3.265,
    coverage: 2.666,
    nearbyCoverage: -1.607,
    placeCoverage: 4.932,
    pairs: 1.483,
    passageScore: 1.994,
    lexicalScore: 2.268,
    agreement: 0.272,
    offersType: 0.409,
    lacksFigure: -0.726,
    numbersPresent: -0.086,
    numbersMissing: -0.392,
    opensDependent: 0.078,
    tooShort: 3.219,
    tooLong: 1.055,
  },
};

/** Probability that the report answers the question. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_MODEL: LinearModel = {
  bias: -3.97,
  weights: {
    bestProbability: 1.587,
    secondProbability: -0.754,
    similarity: 0.495,
    coverage: 1.058,
    passageCoverage: 0.638,
    lexicalPerIdf: 0.717,
    agreement: 1.55,
    numbersMissing: -0.446,
    offersType: -0.249,
    rarestCovered: 0.779,
    fewTerms: 0.253,
  },
};

/** Answers below this probability are abstained from. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_THRESHOLD = 0.28;
