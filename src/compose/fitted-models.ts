import type { LinearModel } from "./linear-model.ts";

/** Probability that a sentence answers. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const SENTENCE_MODEL: LinearModel = {
  bias: -8.709,
  weights: {
    similarity: 3.305,
    coverage: 2.66,
    nearbyCoverage: -1.625,
    placeCoverage: 4.927,
    pairs: 1.48,
    passageScore: 1.988,
    lexicalScore: 2.28,
    agreement: 0.275,
    offersType: 0.417,
    lacksFigure: -1.957,
    numbersPresent: -0.085,
    numbersMissing: -0.393,
    opensDependent: 0.078,
    tooShort: 3.245,
    tooLong: 1.043,
  },
};

/** Probability that the report answers the question. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_MODEL: LinearModel = {
  bias: -3.832,
  weights: {
    bestProbability: 1.592,
    secondProbability: -0.772,
    similarity: 0.398,
    coverage: 1.04,
    passageCoverage: 0.62,
    lexicalPerIdf: 0.748,
    agreement: 1.537,
    numbersMissing: -0.447,
    offersType: -0.344,
    rarestCovered: 0.774,
    fewTerms: 0.255,
  },
};

/** Answers below this probability are abstained from. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_THRESHOLD = 0.29;
