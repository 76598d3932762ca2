import type { Question } from "../domain/question.ts";
import type { Candidate } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { UnansweredMatch } from "../ports/unanswered-questions.ts";
import { RERANKED } from "./rerank.ts";

/** As many as abstention looks at. */
const LIKEST = 10;

/** The questions likest one that are known to be unanswered next to its first candidates. */
export function likestUnanswered(
  index: SearchIndex,
  question: Question,
  vector: readonly number[],
  candidates: readonly Candidate[],
): UnansweredMatch[] {
  const ids = candidates.slice(0, RERANKED).map(({ passage }) => passage.id);
  return index.unanswered(question.language)?.likest(ids, question.query, vector, LIKEST) ?? [];
}
