import type { Question } from "../domain/question.ts";
import type { Candidate } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { RERANKED } from "./rerank.ts";

/** As many as abstention looks at. */
const LIKEST = 3;

/** How like a question the likest of those are that are known to be unanswered next to its first candidates. */
export function unansweredLikeness(
  index: SearchIndex,
  question: Question,
  vector: readonly number[],
  candidates: readonly Candidate[],
): number[] {
  const ids = candidates.slice(0, RERANKED).map(({ passage }) => passage.id);
  return index.unanswered(question.language)?.likenesses(ids, question.query, vector).slice(0, LIKEST) ?? [];
}
