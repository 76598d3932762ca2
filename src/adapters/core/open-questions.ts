import type { UnitRows } from "../../domain/unit-rows.ts";
import { wordKey } from "../../domain/words.ts";
import { questionType } from "../../domain/question-type.ts";
import {
  commonQuestionTerms,
  questionOverlap,
  questionTerms,
  rowHasTerm,
  rowsByPassage,
  type QuestionTable,
} from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { QuestionIndex } from "../../ports/question-index.ts";
import type { VectorIndex } from "../../ports/vector-index.ts";
import type { Bm25Settings } from "./minisearch-index.ts";
import { loadQuestionSearch } from "./minisearch-questions.ts";

/** Stored parts of the questions of one language. */
export interface QuestionParts {
  readonly table: QuestionTable;
  /** The stored BM25 index. */
  readonly lexical: string;
  /** Their vectors, exact or quantised. */
  readonly vectors: UnitRows;
  readonly vectorIndex: VectorIndex;
  readonly analyzer: Analyzer;
  readonly bm25: Bm25Settings;
}

/** Puts the stored parts of the anticipated questions together. */
export function openQuestions(parts: QuestionParts): QuestionIndex {
  const { table, vectors, vectorIndex, analyzer, bm25 } = parts;
  const byPassage = rowsByPassage(table);
  // Kept apart from the table, most of which is let go.
  const terms = questionTerms(table);
  const overlap = questionOverlap(table, terms);
  const { rows } = table;
  const byWords = new Map(rows.toReversed().map((row) => [wordKey(row.question), row]));
  const types = rows.map(({ question, language }) => questionType(question, language));
  return {
    rows,
    vectors: vectorIndex,
    rowsOf: (passageId) => byPassage.get(passageId) ?? [],
    wordForWord: (text) => byWords.get(wordKey(text)) ?? null,
    search: loadQuestionSearch(parts.lexical, table, analyzer, commonQuestionTerms(table), bm25),
    similarity: vectors.dot,
    overlapWith: (query) => overlap(new Set(analyzer.terms(query))).overlap,
    unknownShare: (query) => {
      const asked = [...new Set(analyzer.terms(query))];
      return asked.filter((term) => !terms.position.has(term)).length / Math.max(1, asked.length);
    },
    known: (term) => terms.position.has(term),
    hasTerm: (row, term) => rowHasTerm(terms, row, term),
    type: (row) => types[row] ?? "factoid",
  };
}
