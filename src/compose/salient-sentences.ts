import type { Passage } from "../domain/passage.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { textOfSentence } from "./cite.ts";
import { goesOn, pointsBack } from "./sentence-features.ts";

export interface SalientSentence {
  readonly passage: Passage;
  readonly sentence: number;
}

/** Words of a sentence that can stand for its part of a text. */
const SHORTEST = 8;
const LONGEST = 45;

/**
 * The sentences that tell most of what a run of passages is about, in reading order: SumBasic (Nenkova & Vanderwende
 * 2005, MSR-TR-2005-101). A sentence scores the mean share of its terms in the whole; when one is taken, its terms count
 * less, so that the next says something else. Those that mean little alone are passed over.
 */
export function salientSentences(
  passages: readonly Passage[],
  count: number,
  index: SearchIndex,
): SalientSentence[] {
  const share = new Map<string, number>();
  const choices = passages.flatMap((passage) => {
    const first = index.sentences.firstRow(passage.id);
    if (first === undefined) return [];
    return passage.sentences.map((_, sentence) => {
      const terms = [...index.terms.setOfSentence(first + sentence)];
      for (const term of terms) share.set(term, (share.get(term) ?? 0) + 1);
      return { passage, sentence, terms, text: textOfSentence(passage, sentence) };
    });
  });
  for (const [term, n] of share) share.set(term, n / choices.length);
  const left = choices.filter(({ text }) => canStandAlone(text));
  const taken: typeof left = [];
  while (taken.length < count && left.length > 0) {
    const score = ({ terms }: (typeof left)[number]): number =>
      terms.reduce((sum, term) => sum + (share.get(term) ?? 0), 0) / Math.max(1, terms.length);
    const best = left.reduce((a, b) => (score(b) > score(a) + 1e-12 ? b : a));
    taken.push(best);
    left.splice(left.indexOf(best), 1);
    for (const term of best.terms) share.set(term, (share.get(term) ?? 0) ** 2);
  }
  return taken.sort((a, b) => a.passage.order - b.passage.order || a.sentence - b.sentence);
}

/** "All three are members": of whom the sentence before tells. */
const COUNTED_BEFORE = /^\W*(?:all (?:two|three|four|five|of)|both|the (?:two|three|four|latter|former))\b/iu;

function canStandAlone(text: string): boolean {
  const words = text.split(" ").length;
  if (words < SHORTEST || words > LONGEST || text.endsWith("?")) return false;
  return !pointsBack(text) && !goesOn(text) && !COUNTED_BEFORE.test(text);
}
