import type { SearchIndex } from "../ports/search-index.ts";
import type { Reading } from "./follow-up.ts";
import type { RankedSentence } from "./select.ts";

/**
 * How near a sentence is to a question that is read with what was said before: a cosine less that of the nearest of those
 * that are compared, so 0 for that one and less for others, whatever the encoder's cosines are like.
 */
export interface ContextLikeness {
  /** Of the sentence itself. */
  readonly near: number;
  /** Of the anticipated questions that it answers: the mean of the likest. */
  readonly askedNear: number;
}

/** Anticipated questions of a sentence that count. */
const LIKEST = 3;

/**
 * For sentences that were found for a follow-up, in their order.
 * @param reading whose vector is that of the question with what was said
 */
export function contextLikeness(
  sentences: readonly Pick<RankedSentence, "row" | "sentence" | "candidate">[],
  { question, retrieval }: Reading,
  index: SearchIndex,
): ContextLikeness[] {
  const { vector } = retrieval;
  const questions = index.questions(question.language);
  const likeness = memoized((row) => questions?.similarity(row, vector) ?? 0);
  const near = sentences.map(({ row }) => index.sentences.similarity(row, vector));
  const asked = sentences.map(({ sentence, candidate: { passage } }, i) => {
    const answered = (questions?.rowsOf(passage.id) ?? [])
      .filter((row) => questions?.rows[row]?.sentences.includes(sentence))
      .map(likeness)
      .sort((a, b) => b - a)
      .slice(0, LIKEST);
    const sum = answered.reduce((total, one) => total + one, 0);
    return answered.length === 0 ? (near[i] ?? 0) : sum / answered.length;
  });
  const [nearest, likest] = [Math.max(...near), Math.max(...asked)];
  return sentences.map((_, i) => ({
    near: (near[i] ?? 0) - nearest,
    askedNear: (asked[i] ?? 0) - likest,
  }));
}

function memoized(of: (row: number) => number): (row: number) => number {
  const known = new Map<number, number>();
  return (row) => {
    const value = known.get(row) ?? of(row);
    known.set(row, value);
    return value;
  };
}
