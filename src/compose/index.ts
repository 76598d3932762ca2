export {
  ABSTENTION_FEATURES,
  CROSS_LANGUAGE_ABSTENTION_FEATURES,
  type AbstentionFeatures,
} from "./abstention.ts";
export type { Composition } from "./composition.ts";
export {
  createExtractiveComposer,
  type ComposeOptions,
  type ComposerOptions,
  type ExtractiveComposer,
} from "./extractive-composer.ts";
export { FITTED_MODELS } from "./fitted-models.ts";
export { modelsFor, type AnswerModels, type ModelSets } from "./answer-models.ts";
export { probability, type LinearModel } from "../domain/linear-model.ts";
export { viewNearest } from "./nearest-passages.ts";
export { round4, viewPassage } from "./places.ts";
export type { Draft, DraftPart } from "./draft.ts";
export { mergeParts, type ComposedPart } from "./merge-parts.ts";
export { phrasesFor } from "./phrases.ts";
export { suggestQuestions, type SuggestionContext } from "./suggestions.ts";
export {
  createRenderer,
  renderDraft,
  type AnswerEvent,
  type Renderer,
  type RenderedAnswer,
} from "./render.ts";
export type { RankedSentence } from "./select.ts";
export { CROSS_LANGUAGE_SENTENCE_FEATURES, SENTENCE_FEATURES } from "./sentence-features.ts";
export type { WrittenPart } from "./written/check-unit.ts";
export { keyPassages } from "./written/key-passages.ts";
export { checkUnit, faultsOf } from "./written/check-unit.ts";
export { SUPPORT_BARS, type SupportBar, type SupportBars } from "./written/support-bars.ts";
export { createMeasureSupport, type Measured, type MeasureSupport } from "./written/measure-support.ts";
export { writeAnswer, type Written } from "./written/write-answer.ts";
export { CROSS_LANGUAGE_UNANSWERED_FEATURES, UNANSWERED_FEATURES } from "./unanswered-signals.ts";
export { rankReadings, type FollowUp, type RankedReading, type Reading, type Said } from "./follow-up.ts";
export { FOLLOW_UP_SIGNALS, followUpSignals, type FollowUpSignals } from "./follow-up-confidence.ts";
export { FOLLOW_UP_FEATURES, followUpSentences, type FollowUpSentence } from "./rank-follow-up.ts";
export type { FollowUpModels, FollowUpModelSets } from "./follow-up-models.ts";
