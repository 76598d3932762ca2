import { keyLookup } from "../../domain/key-lookup.ts";
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
  const rows = sharingTexts(table.rows);
  const byWords = keyLookup(rows.length, (row) => wordKey(rows[row]?.question ?? ""));
  const types = rows.map(({ question, language }) => questionType(question, language));
  return {
    rows,
    vectors: vectorIndex,
    rowsOf: (passageId) => byPassage.get(passageId) ?? [],
    wordForWord: (text) => rows[byWords(wordKey(text)) ?? -1] ?? null,
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

/** The same rows, with one string for all that is spelled alike: a question placed at several passages, a passage's id. */
function sharingTexts(rows: QuestionTable["rows"]): QuestionTable["rows"] {
  const known = new Map<string, string>();
  const shared = (text: string): string => {
    const before = known.get(text);
    if (before === undefined) known.set(text, text);
    return before ?? text;
  };
  return rows.map((row) => ({
    ...row,
    question: shared(row.question),
    passageId: shared(row.passageId),
  }));
}
