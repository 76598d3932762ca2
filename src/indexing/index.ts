export { buildIdOf, buildIndex, type BuildIndexInput, type BuiltIndex } from "./build-index.ts";
export { embeddingRows } from "./embedding-rows.ts";
export { lexicalDocuments, type LexicalText } from "./lexical-documents.ts";
export {
  DEFAULT_INDEX_SETTINGS,
  INDEX_FORMAT,
  manifestSchema,
  type IndexSettings,
  type Manifest,
} from "./manifest.ts";
export { openIndex, type IndexParts } from "./open-index.ts";
export { placeQuestions, type Placement } from "./place-questions.ts";
export { sha256 } from "./sha256.ts";
export { termStatistics, termTableSchema, type TermTable } from "./term-table.ts";
