export interface FusionWeights {
  /** RRF constant. */
  readonly k: number;
  readonly lexical: number;
  readonly sentences: number;
  readonly passages: number;
  readonly questionWords: number;
  readonly questionVectors: number;
  readonly translated: number;
}

/** For indexes without and with anticipated questions, and for questions in another language. Written by `npm run fit`: the plain ones fitted on XQuAD's first 24 articles and on anticipated questions beside an index without any, the others on questions of writers whom the encoder has not seen, beside an index of the others' (in Spanish for other languages); thresholds on the dev split of evals/facts and on near-topic questions (the Spanish one on these alone; the plain one on XQuAD's first 24 articles and dev); figures in scripts/fit/result.json. */
export const FUSION_WEIGHTS: Readonly<Record<"plain" | "asked" | "crossLanguage", FusionWeights>> = {
  plain: {
    k: 10,
    lexical: 2,
    sentences: 1,
    passages: 1.5,
    questionWords: 0,
    questionVectors: 0,
    translated: 0,
  },
  asked: { k: 5, lexical: 1, sentences: 0, passages: 0, questionWords: 2, questionVectors: 4, translated: 4 },
  crossLanguage: {
    k: 5,
    lexical: 1,
    sentences: 0,
    passages: 0,
    questionWords: 2,
    questionVectors: 4,
    translated: 2,
  },
};
