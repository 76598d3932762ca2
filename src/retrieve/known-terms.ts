import type { Passage } from "../domain/passage.ts";
import type { QuestionLanguage } from "../ports/question-index.ts";
import type { AnticipatedMatch } from "../ports/retriever.ts";
import type { SearchIndex, TermStatistics } from "../ports/search-index.ts";

/** How much some terms tell: the sum of their inverse document frequencies. */
export function idfSum(terms: readonly string[], { idf }: Pick<TermStatistics, "idf">): number {
  return terms.reduce((sum, term) => sum + idf(term), 0);
}

/** Tells whether a term stands in a passage's own words, or in what may be asked of it. */
export function knownTerms(
  passage: Passage,
  matches: readonly Pick<AnticipatedMatch, "row">[],
  index: SearchIndex,
  language: QuestionLanguage,
): (term: string) => boolean {
  const first = index.sentences.firstRow(passage.id) ?? 0;
  const questions = index.questions(language);
  return (term) =>
    passage.sentences.some((_, i) => index.terms.setOfSentence(first + i).has(term)) ||
    matches.some(({ row }) => questions?.hasTerm(row, term) === true);
}
