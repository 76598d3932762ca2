import type { Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { RankedSentence } from "./select.ts";

/** Content terms that name a row and a column. */
const FEWEST_TERMS = 3;

/**
 * Whether a question asks for a cell of a table's row: all its words are the row's, its caption's or its columns', and a
 * column with a figure is named. "How much does Canada spend on health per person?" is not where no column is Canada's.
 */
export function asksForCell(
  question: Question,
  { row, candidate }: RankedSentence,
  index: SearchIndex,
  analyzer: Analyzer,
): boolean {
  const { table } = candidate.passage;
  if (!table || question.terms.length < FEWEST_TERMS) return false;
  const own = index.terms.setOfSentence(row);
  if (!question.terms.every((term) => own.has(term))) return false;
  return table.header.some((column, i) => {
    const names = analyzer.terms(column);
    const isAsked = names.length > 0 && names.every((name) => question.terms.includes(name));
    return i > 0 && isAsked && /\p{N}/u.test(table.cells[i] ?? "");
  });
}
