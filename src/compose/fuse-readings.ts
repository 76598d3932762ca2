import type { Question } from "../domain/question.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { RankedSentence } from "./select.ts";

/** A wording that may be meant, and what was found for it. */
export interface Reading {
  readonly question: Question;
  readonly retrieval: Retrieval;
}

/** A reading's sentences with one of them first, if it is among them: what the reading would have answered with it. */
export function withFirst(ranked: readonly RankedSentence[], row: number): RankedSentence[] {
  const first = ranked.find((sentence) => sentence.row === row);
  return first ? [first, ...ranked.filter((sentence) => sentence !== first)] : [];
}

/**
 * The sentences that were found for several readings of a question, each with the mean of its probabilities (0 where a
 * reading did not find it), best first; ties by row. What the first reading found of a sentence is kept.
 * @param ranked a list a reading, best first
 */
export function fuseReadings(ranked: readonly (readonly RankedSentence[])[]): RankedSentence[] {
  const [only] = ranked;
  if (only && ranked.length === 1) return [...only];
  const found = new Map<number, { first: RankedSentence; sum: number }>();
  for (const sentence of ranked.flat()) {
    const known = found.get(sentence.row);
    if (known) known.sum += sentence.probability;
    else found.set(sentence.row, { first: sentence, sum: sentence.probability });
  }
  return [...found.values()]
    .map(({ first, sum }) => ({ ...first, probability: sum / ranked.length }))
    .sort((a, b) => b.probability - a.probability || a.row - b.row);
}
