import { z } from "zod";
import { QUESTION_LANGUAGES } from "../../domain/anticipated-question.ts";
import { corpusSchema } from "../../domain/corpus-schema.ts";
import type { UnitRows } from "../../domain/unit-rows.ts";
import {
  type Manifest,
  openIndex,
  openTranslations,
  questionTableSchema,
  termTableSchema,
  translatedTexts,
  translationTableSchema,
} from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { QuestionIndex, QuestionLanguage } from "../../ports/question-index.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import type { Translations } from "../../ports/translations.ts";
import type { UnansweredQuestions } from "../../ports/unanswered-questions.ts";
import type { VectorIndex } from "../../ports/vector-index.ts";
import { createMiniSearchIndex, loadMiniSearch } from "./minisearch-index.ts";
import { openQuestions } from "./open-questions.ts";
import { openUnanswered } from "./open-unanswered.ts";
import { questionAnalyzers } from "./question-analyzers.ts";
import { createRespelled } from "./respelled.ts";

/** What is searched by vector: each has rows of its own. */
export type SearchedPart = "sentences" | "passages" | `questions-${QuestionLanguage}`;
/** All that has vectors. */
export type VectorPart = SearchedPart | `unanswered-${QuestionLanguage}`;

/** A build as it is stored, wherever that is; what it gives has been checked against the manifest. */
export interface StoredIndex {
  readonly manifest: Manifest;
  /** A JSON file of the build. */
  text(name: string): Promise<string>;
  rows(part: VectorPart): Promise<UnitRows>;
  /** @param rows what `rows` gave for the part, for searches that need nothing else. */
  search(part: SearchedPart, rows: UnitRows): Promise<VectorIndex>;
  /** The error of a file that cannot be read as what it should be. */
  damaged(name: string, cause: unknown): Error;
}

/**
 * Opens a stored build. One file after the other is read, so that little more than what is kept is in memory at any time.
 * @throws AppError `index_corrupt` naming the file that is not what it should be.
 */
export async function openStoredIndex(stored: StoredIndex, analyzer: Analyzer): Promise<SearchIndex> {
  const { manifest } = stored;
  const parse = async <T>(name: string, schema: z.ZodType<T>): Promise<T> => {
    const text = await stored.text(name);
    try {
      return schema.parse(JSON.parse(text));
    } catch (cause) {
      throw stored.damaged(name, cause);
    }
  };
  const { bm25 } = manifest.settings;
  const analyzers = questionAnalyzers(analyzer);
  const corpus = await parse("corpus.json", corpusSchema);
  const terms = await parse("terms.json", termTableSchema);
  const texts = translatedTexts(terms, corpus);
  const dictionary = Uint32Array.from(await parse("dictionary.json", z.array(z.int())));
  const questions = new Map<QuestionLanguage, QuestionIndex>();
  const translations = new Map<QuestionLanguage, Translations>();
  const unanswered = new Map<QuestionLanguage, UnansweredQuestions>();
  for (const language of QUESTION_LANGUAGES) {
    const analyzer = analyzers[language];
    if (manifest.counts.questions[language] !== undefined) {
      const table = await parse(`questions-${language}.json`, questionTableSchema);
      const lexical = await stored.text(`lexical-questions-${language}.json`);
      const vectors = await stored.rows(`questions-${language}`);
      const vectorIndex = await stored.search(`questions-${language}`, vectors);
      questions.set(language, openQuestions({ table, lexical, vectors, vectorIndex, analyzer, bm25 }));
      const learned = await parse(`translations-${language}.json`, translationTableSchema);
      translations.set(language, openTranslations({ stored: learned, table, texts, language, analyzer }));
    }
    if (manifest.counts.unanswered[language] !== undefined) {
      const table = await parse(`unanswered-${language}.json`, questionTableSchema);
      const vectors = await stored.rows(`unanswered-${language}`);
      unanswered.set(language, openUnanswered({ table, vectors, analyzer }));
    }
  }
  const sentenceRows = await stored.rows("sentences");
  const lexical = loadMiniSearch(await stored.text("lexical.json"), analyzer);
  return openIndex({
    id: manifest.id,
    encoderId: manifest.encoder.id,
    corpus,
    terms,
    lexical: createMiniSearchIndex(lexical, { analyzer, terms, settings: bm25 }),
    sentenceRows,
    sentenceIndex: await stored.search("sentences", sentenceRows),
    passageIndex: await stored.search("passages", await stored.rows("passages")),
    questions,
    translations,
    unanswered,
    respelled: createRespelled({ corpus, questions, analyzers, dictionary }),
  });
}

/** Whether a build was made with the encoder in use, which is all that keeps questions and rows comparable. */
export function isOfEncoder(
  { encoder }: Manifest,
  { id, dimensions }: { readonly id: string; readonly dimensions: number },
): boolean {
  return encoder.id === id && encoder.dimensions === dimensions;
}
