import { z } from "zod";
import { placedQuestionSchema, type PlacedQuestion } from "../domain/anticipated-question.ts";
import { flatLists, type FlatLists } from "../domain/flat-lists.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { QuestionLanguage } from "../ports/question-index.ts";

/** Analyzers of the languages that questions are asked in. */
export type Analyzers = Readonly<Record<QuestionLanguage, Analyzer>>;

/** Stored anticipated questions of one language: a vocabulary, and each row's terms as positions there. */
export const questionTableSchema = z.object({
  rows: z.array(placedQuestionSchema),
  vocabulary: z.array(z.string()),
  terms: z.array(z.array(z.int())),
});
export type QuestionTable = z.infer<typeof questionTableSchema>;

/** The table of questions that are all of one language. */
export function buildQuestionTable(placed: readonly PlacedQuestion[], analyzer: Analyzer): QuestionTable {
  const position = new Map<string, number>();
  const place = (term: string): number => {
    const at = position.get(term) ?? position.size;
    position.set(term, at);
    return at;
  };
  const terms = placed.map(({ question }) => [...new Set(analyzer.terms(question).map(place))]);
  const rows = placed.map((row) => ({ ...row, sentences: [...row.sentences] }));
  return { rows, vocabulary: [...position.keys()], terms };
}

/** The terms of the rows of a table, in a form that outlives it. */
export interface QuestionTerms {
  /** Place of each term in the vocabulary. */
  readonly position: ReadonlyMap<string, number>;
  /** Terms of each row, by their places. */
  readonly rows: FlatLists;
}

export function questionTerms({ vocabulary, terms }: QuestionTable): QuestionTerms {
  return { position: new Map(vocabulary.map((term, at) => [term, at])), rows: flatLists(terms) };
}

/** Whether the question in a row has a term. */
export function rowHasTerm({ position, rows }: QuestionTerms, row: number, term: string): boolean {
  const at = position.get(term);
  return at !== undefined && rows.at(row).includes(at);
}

/** The rows of each passage, by its id; rows in ascending order. */
export function rowsByPassage({ rows }: Pick<QuestionTable, "rows">): ReadonlyMap<string, readonly number[]> {
  const byPassage = new Map<string, number[]>();
  rows.forEach(({ passageId }, row) => {
    const known = byPassage.get(passageId);
    if (known) known.push(row);
    else byPassage.set(passageId, [row]);
  });
  return byPassage;
}

/** How many questions have each term of the vocabulary. */
export function termFrequencies(table: QuestionTable): Float64Array {
  const frequency = new Float64Array(table.vocabulary.length);
  for (const terms of table.terms) for (const term of terms) frequency[term] = (frequency[term] ?? 0) + 1;
  return frequency;
}

/** What a query and the rows of a table have in common. */
export interface QueryOverlap {
  /** The weighted Jaccard coefficient with a row, 0 to 1. */
  readonly overlap: (row: number) => number;
  /** Share of the query's terms, by weight, that a row has: 0 to 1. */
  readonly coverage: (row: number) => number;
}

/**
 * The overlap of rows with the terms of a query: the weighted Jaccard coefficient, a term's weight being its inverse
 * frequency among the questions, ln(1 + N / df).
 */
export function questionOverlap(
  table: QuestionTable,
  { position, rows }: QuestionTerms = questionTerms(table),
): (terms: ReadonlySet<string>) => QueryOverlap {
  const count = table.rows.length;
  const weigh = (df: number): number => Math.log(1 + count / df);
  const weights = termFrequencies(table).map(weigh);
  const totals = Float64Array.from(table.terms, (terms) =>
    terms.reduce((sum, term) => sum + (weights[term] ?? 0), 0),
  );
  return (terms) => {
    const asked = new Uint8Array(weights.length);
    let total = 0;
    for (const term of terms) {
      const at = position.get(term);
      total += at === undefined ? weigh(1) : (weights[at] ?? 0);
      if (at !== undefined) asked[at] = 1;
    }
    const sharedWith = (row: number): number => {
      let shared = 0;
      for (let i = rows.start(row), end = rows.start(row + 1); i < end; i += 1) {
        const term = rows.values[i] ?? 0;
        if (asked[term] === 1) shared += weights[term] ?? 0;
      }
      return shared;
    };
    return {
      overlap: (row) => {
        const shared = sharedWith(row);
        const all = (totals[row] ?? 0) + total - shared;
        return all === 0 ? 0 : shared / all;
      },
      coverage: (row) => (total === 0 ? 0 : sharedWith(row) / total),
    };
  };
}
