export { behindQuestion } from "./behind-question.ts";
export { fuse, type RankedView } from "./fuse.ts";
export { FUSION_WEIGHTS, type FusionWeights } from "./fusion-weights.ts";
export {
  CROSS_LANGUAGE_PASSAGE_FEATURES,
  namesMissing,
  PASSAGE_FEATURES,
  passageFeatures,
  rerank,
  RERANKED,
} from "./rerank.ts";
export { RERANKERS } from "./fitted-rerankers.ts";
export type { RerankerSets } from "./reranker-models.ts";
export { idfSum, knownTerms } from "./known-terms.ts";
export { agreementOf, matchFeatures } from "./match-features.ts";
export { offers, tellsAmount } from "./offered.ts";
export { pairShare } from "./proximity.ts";
export { hasQuestions, modelSetFor } from "./reranker-models.ts";
export { candidatesOf } from "./candidates.ts";
export { createRetriever, encodedText, type RetrieverOptions } from "./retriever.ts";
export { searchViews, type Views } from "./views.ts";
export { likestUnanswered } from "./likest-unanswered.ts";
