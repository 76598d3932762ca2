import type { AnticipatedQuestion } from "../../domain/anticipated-question.ts";
import { quantiseRows } from "../../domain/quantised-rows.ts";
import type { UnansweredQuestion } from "../../domain/unanswered-question.ts";
import type { Corpus, SourceDocument } from "../../domain/corpus.ts";
import {
  buildIndex,
  buildQuestionTable,
  buildTranslations,
  flatVectors,
  openIndex,
  openTranslations,
  type Analyzers,
  type BuiltIndex,
  translatedTexts,
  type QuestionTable,
} from "../../indexing/index.ts";
import type { QuestionIndex, QuestionLanguage } from "../../ports/question-index.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { Progress } from "../../ports/progress.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { createEnglishAnalyzer } from "./english-analyzer.ts";
import { createExactVectorIndex } from "./exact-vector-index.ts";
import { buildMiniSearch, createMiniSearchIndex, loadMiniSearch } from "./minisearch-index.ts";
import { buildQuestionSearch } from "./minisearch-questions.ts";
import { openUnanswered } from "./open-unanswered.ts";
import { openQuestions } from "./open-questions.ts";
import { questionAnalyzers } from "./question-analyzers.ts";
import { createRespelled } from "./respelled.ts";

/** An index that is built and held in memory and searched exactly: for fitting weights, and for tests. */
export async function memoryIndex(
  corpus: Corpus,
  encoder: Encoder,
  {
    questions = [],
    unanswered = [],
    sources = [],
    ...options
  }: {
    readonly progress?: Progress;
    readonly questions?: readonly AnticipatedQuestion[];
    readonly unanswered?: readonly UnansweredQuestion[];
    readonly places?: number;
    readonly dictionary?: readonly string[];
    /** The texts that questions are anchored to. */
    readonly sources?: readonly SourceDocument[];
  } = {},
): Promise<SearchIndex> {
  const analyzer = createEnglishAnalyzer();
  const built = await buildIndex({ corpus, sources, questions, unanswered, encoder, analyzer, ...options });
  // Through its stored form, as an index on disk is.
  const lexical = loadMiniSearch(JSON.stringify(buildMiniSearch(built.documents, analyzer)), analyzer);
  const analyzers = questionAnalyzers(analyzer);
  const tables = new Map(
    [...built.questions].map(([language, { rows }]) => [
      language,
      buildQuestionTable(rows, analyzers[language]),
    ]),
  );
  const { dimensions } = encoder;
  const texts = translatedTexts(built.terms, corpus);
  const sentenceRows = quantiseRows(flatVectors(built.sentenceVectors), dimensions);
  const asked = questionsOf(built, tables, analyzers);
  const dictionary = Uint32Array.from(built.dictionary);
  return openIndex({
    id: built.manifest.id,
    encoderId: encoder.id,
    corpus,
    terms: built.terms,
    lexical: createMiniSearchIndex(lexical, {
      analyzer,
      terms: built.terms,
      settings: built.manifest.settings.bm25,
    }),
    sentenceRows,
    sentenceIndex: createExactVectorIndex(sentenceRows),
    passageIndex: createExactVectorIndex(quantiseRows(flatVectors(built.passageVectors), dimensions)),
    questions: asked,
    unanswered: new Map(
      [...built.unanswered].map(([language, { rows, vectors }]) => {
        const analyzer = analyzers[language];
        const table = buildQuestionTable(rows, analyzer);
        const own = quantiseRows(flatVectors(vectors), dimensions);
        return [language, openUnanswered({ table, vectors: own, analyzer })];
      }),
    ),
    translations: new Map(
      [...tables].map(([language, table]) => {
        const stored = buildTranslations(table, built.terms, corpus);
        const analyzer = analyzers[language];
        return [language, openTranslations({ stored, table, texts, language, analyzer })];
      }),
    ),
    respelled: createRespelled({ corpus, questions: asked, analyzers, dictionary }),
  });
}

function questionsOf(
  { questions, manifest }: BuiltIndex,
  tables: ReadonlyMap<QuestionLanguage, QuestionTable>,
  analyzers: Analyzers,
): Map<QuestionLanguage, QuestionIndex> {
  return new Map(
    [...tables].map(([language, table]) => {
      const analyzer = analyzers[language];
      const vectors = quantiseRows(
        flatVectors(questions.get(language)?.vectors ?? []),
        manifest.encoder.dimensions,
      );
      const index = openQuestions({
        table,
        lexical: JSON.stringify(buildQuestionSearch(table.rows, analyzer)),
        vectors,
        vectorIndex: createExactVectorIndex(vectors),
        analyzer,
        bm25: manifest.settings.bm25,
      });
      return [language, index];
    }),
  );
}
