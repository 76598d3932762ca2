import type { LinearModel } from "./linear-model.ts";

/** Probability that a sentence answers. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const SENTENCE_MODEL: LinearModel = {
  bias: -8.705,
  weights: {
    similarity: 3.317,
    coverage: 2.651,
    nearbyCoverage: -1.622,
    placeCoverage: 4.94,
    pairs: 1.494,
    passageScore: 1.991,
    lexicalScore: 2.285,
    agreement: 0.257,
    offersType: 0.415,
    lacksFigure: -1.4,
    numbersPresent: -0.086,
    numbersMissing: -0.39,
    opensDependent: 0.078,
    tooShort: 3.238,
    tooLong: 1.035,
  },
};

/** Probability that the report answers the question. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_MODEL: LinearModel = {
  bias: -3.928,
  weights: {
    bestProbability: 1.613,
    secondProbability: -0.737,
    similarity: 0.482,
    coverage: 1.042,
    passageCoverage: 0.635,
    lexicalPerIdf: 0.722,
    agreement: 1.522,
    numbersMissing: -0.442,
    offersType: -0.277,
    rarestCovered: 0.777,
    fewTerms: 0.25,
  },
};

/** Answers below this probability are abstained from. Written by `npm run fit`: fitted on XQuAD's first 24 articles and evals/facts/dev-seed.jsonl (dev); figures in scripts/fit/result.json. */
export const ABSTENTION_THRESHOLD = 0.28;
