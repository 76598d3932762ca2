import type { Question } from "../domain/question.ts";
import type { SearchIndex } from "../ports/search-index.ts";

/** Terms that neither the report nor its anticipated questions know are taken for the known ones they misspell ("populaton"). */
export function repairTerms(question: Question, index: SearchIndex): Question {
  const questions = index.questions(question.language);
  const known = (term: string): boolean => index.terms.known(term) || questions?.known(term) === true;
  const repaired = question.terms.map((term) =>
    known(term) ? term : (index.lexical.nearestTerm(term) ?? term),
  );
  return { ...question, terms: [...new Set(repaired)] };
}
