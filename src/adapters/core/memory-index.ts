import type { AnticipatedQuestion } from "../../domain/anticipated-question.ts";
import type { Corpus, SourceDocument } from "../../domain/corpus.ts";
import {
  buildIndex,
  buildQuestionTable,
  commonTerms,
  openIndex,
  type BuiltIndex,
} from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { QuestionIndex, QuestionLanguage } from "../../ports/question-index.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { Progress } from "../../ports/progress.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { createEnglishAnalyzer } from "./english-analyzer.ts";
import { createExactVectorIndex } from "./exact-vector-index.ts";
import { buildMiniSearch, createMiniSearchIndex, loadMiniSearch } from "./minisearch-index.ts";
import { buildQuestionSearch } from "./minisearch-questions.ts";
import { openQuestions } from "./open-questions.ts";
import { createSpanishAnalyzer } from "./spanish-analyzer.ts";

/** An index that is built and held in memory and searched exactly: for fitting weights, and for tests. */
export async function memoryIndex(
  corpus: Corpus,
  encoder: Encoder,
  {
    questions = [],
    sources = [],
    ...options
  }: {
    readonly progress?: Progress;
    readonly questions?: readonly AnticipatedQuestion[];
    /** The texts that questions are anchored to. */
    readonly sources?: readonly SourceDocument[];
  } = {},
): Promise<SearchIndex> {
  const analyzer = createEnglishAnalyzer();
  const built = await buildIndex({ corpus, sources, questions, encoder, analyzer, ...options });
  // Through its stored form, as an index on disk is.
  const lexical = loadMiniSearch(JSON.stringify(buildMiniSearch(built.documents, analyzer)), analyzer);
  const english = buildQuestionTable(built.questions.get("en")?.rows ?? [], analyzer).vocabulary;
  const known = new Set([...built.terms.vocabulary, ...english]);
  const { dimensions } = encoder;
  const sentenceVectors = flat(built.sentenceVectors);
  return openIndex({
    id: built.manifest.id,
    encoderId: encoder.id,
    dimensions,
    corpus,
    terms: built.terms,
    lexical: createMiniSearchIndex(lexical, {
      analyzer,
      known,
      common: commonTerms(built.terms),
      settings: built.manifest.settings.bm25,
    }),
    sentenceVectors,
    sentenceIndex: createExactVectorIndex(sentenceVectors, dimensions),
    passageIndex: createExactVectorIndex(flat(built.passageVectors), dimensions),
    questions: questionsOf(built, analyzer),
  });
}

function questionsOf(
  { questions, manifest }: BuiltIndex,
  english: Analyzer,
): Map<QuestionLanguage, QuestionIndex> {
  const analyzers = { en: english, es: createSpanishAnalyzer() };
  return new Map(
    [...questions].map(([language, own]) => {
      const [analyzer, vectors] = [analyzers[language], flat(own.vectors)];
      const index = openQuestions({
        table: buildQuestionTable(own.rows, analyzer),
        lexical: JSON.stringify(buildQuestionSearch(own.rows, analyzer)),
        vectors,
        vectorIndex: createExactVectorIndex(vectors, manifest.encoder.dimensions),
        analyzer,
        bm25: manifest.settings.bm25,
      });
      return [language, index];
    }),
  );
}

function flat(vectors: readonly (readonly number[])[]): Float32Array {
  const out = new Float32Array(vectors.length * (vectors[0]?.length ?? 0));
  vectors.forEach((vector, i) => out.set(vector, i * vector.length));
  return out;
}
