export { ABSTENTION_FEATURES, type AbstentionFeatures } from "./abstention.ts";
export {
  createExtractiveComposer,
  type ComposerOptions,
  type Composition,
  type ExtractiveComposer,
} from "./extractive-composer.ts";
export { ABSTENTION_MODEL, ABSTENTION_THRESHOLD, SENTENCE_MODEL } from "./fitted-models.ts";
export { probability, type LinearModel } from "./linear-model.ts";
export { round4, viewPassage } from "./places.ts";
export { renderDraft, type AnswerEvent } from "./render.ts";
export type { RankedSentence } from "./select.ts";
export { SENTENCE_FEATURES } from "./sentence-features.ts";
