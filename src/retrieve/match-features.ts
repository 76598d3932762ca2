import type { Question } from "../domain/question.ts";
import type { AnticipatedMatch, Candidate } from "../ports/retriever.ts";

/** How like a question some anticipated questions are; they come the likest first. All are about 0 to 1. */
export function matchFeatures(question: Question, matches: readonly AnticipatedMatch[]) {
  const likeness = matches[0]?.likeness ?? 0;
  let askedSimilarity = 0;
  let askedOverlap = 0;
  for (const { similarity, overlap } of matches) {
    askedSimilarity = Math.max(askedSimilarity, similarity);
    askedOverlap = Math.max(askedOverlap, overlap);
  }
  return {
    askedSimilarity,
    askedOverlap,
    likeness,
    likenessPeak: Math.max(0, likeness - 0.5) * 2,
    sameTypeLikeness: matches.find(({ type }) => type === question.type)?.likeness ?? 0,
  };
}

/** Views there are. */
const VIEWS = 5;
/** Share of the views that rank a candidate among their first five. */
export function agreementOf({ ranks }: Candidate): number {
  return Object.values(ranks).filter((rank) => rank <= 5).length / VIEWS;
}
