export { commonQuestionTerms, commonTerms } from "./common-terms.ts";
export { buildIdOf, buildIndex, type BuildIndexInput, type BuiltIndex } from "./build-index.ts";
export { embeddingRows, firstSentenceRows } from "./embedding-rows.ts";
export { lexicalDocuments, type LexicalText } from "./lexical-documents.ts";
export { passageVariables, readExpansion, type Expansion } from "./expansion.ts";
export {
  DEFAULT_INDEX_SETTINGS,
  INDEX_FORMAT,
  manifestSchema,
  type IndexSettings,
  type Manifest,
} from "./manifest.ts";
export { flatVectors } from "./flat-vectors.ts";
export { openIndex, type IndexParts } from "./open-index.ts";
export { placeUnanswered } from "./place-unanswered.ts";
export { placeQuestions, type Placement } from "./place-questions.ts";
export {
  buildQuestionTable,
  questionOverlap,
  questionTerms,
  questionTableSchema,
  rowHasTerm,
  rowsByPassage,
  type Analyzers,
  type QuestionTable,
} from "./question-table.ts";
export { createRecase, usualForms } from "./recase.ts";
export { sha256 } from "./sha256.ts";
export { termStatistics, termTableSchema, type TermTable } from "./term-table.ts";
export { openTranslations } from "./open-translations.ts";
export { translatedTexts, type TranslatedTexts } from "./translated-texts.ts";
export { buildTranslations, translationTableSchema, type TranslationTable } from "./translation-table.ts";
