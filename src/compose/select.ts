import type { Passage } from "../domain/passage.ts";
import type { Question, QuestionType } from "../domain/question.ts";
import { countWords } from "../domain/words.ts";
import { bothSides } from "./both-sides.ts";
import { overlap } from "./near-duplicate.ts";
import { pickText, withNext } from "./picks.ts";
import { opensWithPronoun, withAntecedent, type ScoredSentence } from "./sentence-features.ts";
import { withCause } from "./with-cause.ts";

/** A scored sentence with its probability of answering. */
export interface RankedSentence extends ScoredSentence {
  readonly probability: number;
}

/** Sentences `from` to `to` (inclusive) of a passage, said as one quote. */
export interface Pick {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

/** How far an answer may go beyond its best sentence. Probabilities are relative to the best one's. */
export interface SelectionLimits {
  readonly sentences: number;
  readonly words: number;
  readonly relative: number;
  readonly absolute: number;
}

const SHORT: SelectionLimits = {
  sentences: 2,
  words: 60,
  relative: 0.5,
  absolute: 0.15,
};
const LONG: SelectionLimits = {
  sentences: 4,
  words: 110,
  relative: 0.3,
  absolute: 0.08,
};
const EXPLAINING: ReadonlySet<QuestionType> = new Set([
  "why",
  "how",
  "list",
  "comparison",
  "recommendation",
  "position",
]);

/** "Between 2007 and 2011" is told by the sentence that has both; one that has not must be nearly as likely. */
const BESIDE_THE_DATES = 0.7;

/** Near-copies say the same thing twice; above this share of common words the second is dropped. */
const SAME = 0.7;

/** Limits by what is asked: an explanation takes more sentences than a figure. */
export function limitsFor(type: QuestionType): SelectionLimits {
  return EXPLAINING.has(type) ? LONG : SHORT;
}

/**
 * Picks the sentences that answer, best first in `ranked`, and puts them into reading order.
 * A sentence whose subject stands in the one before it brings that one along.
 */
export function selectSentences(question: Question, ranked: readonly RankedSentence[]): Pick[] {
  const limits = limitsFor(question.type);
  const best = ranked[0];
  if (!best) return [];
  const picks: Pick[] = [];
  let words = 0;
  for (const sentence of ranked) {
    if (picks.length >= limits.sentences) break;
    const between = question.numbers.length > 1 && told(best) && !told(sentence);
    const beside = between ? BESIDE_THE_DATES : limits.relative;
    const enough = Math.max(limits.absolute, beside * best.probability);
    if (picks.length > 0 && sentence.probability < enough) break;
    const pick = withReservation(bothSides(pickOf(sentence, limits.words), question), question);
    const text = pickText(pick);
    const length = countWords(text);
    if (picks.length > 0 && words + length > limits.words) continue;
    if (picks.some((p) => covers(p, pick) || overlap(pickText(p), text) > SAME)) continue;
    if (picks.length > 0 && ofSomebodyElse(pick, best.candidate.passage)) continue;
    picks.push(pick);
    words += length;
  }
  // What is said for the reason is no cause to leave something else out.
  const withReasons = picks.map((pick) => withCause(pick, question));
  return bestFirst(mergeNeighbours(inReadingOrder(withReasons)), best);
}

/** Whether a sentence has all the years and figures that the question names, which it does name. */
function told({ features }: RankedSentence): boolean {
  return features.numbersPresent === 1;
}

/**
 * A sentence with the one that its subject stands in. Where the two are more than an answer has words, a pronoun is left to
 * the question, which names what it is about.
 */
function pickOf(
  { candidate: { passage }, sentence, text, probability }: RankedSentence,
  words: number,
): Pick {
  const alone = { passage, from: sentence, to: sentence, probability };
  const whole = { ...alone, from: withAntecedent(text, sentence) };
  return opensWithPronoun(text) && countWords(pickText(whole)) > words ? alone : whole;
}

/** Whether a pick is from somebody else's biography and does not name him: "he" would be taken for who was told of first. */
function ofSomebodyElse(pick: Pick, first: Passage): boolean {
  const { passage } = pick;
  if (passage.kind !== "biography" || passage.section.at(-1) === first.section.at(-1)) return false;
  const surname = passage.section.at(-1)?.split(" ").at(-1) ?? "";
  return !pickText(pick).includes(surname);
}

/** Takes back part of what stands before. */
const RESERVATION = /^\W*(?:however|nonetheless|nevertheless|yet|still|that said|even so)\b,?/iu;

/** For who asks whether something is so, with the reservation that follows: "it worked" is half an answer. */
function withReservation(pick: Pick, { type }: Question): Pick {
  return type === "yes-no" ? withNext(pick, RESERVATION) : pick;
}

function covers(a: Pick, b: Pick): boolean {
  return a.passage.id === b.passage.id && a.from <= b.from && b.to <= a.to;
}

/** The best pick's passage first, then the rest of its chapter, then the order of the report. */
function inReadingOrder(picks: readonly Pick[]): Pick[] {
  const lead = picks[0]?.passage;
  const rank = ({ passage }: Pick): number =>
    passage.id === lead?.id ? 0 : passage.chapter === lead?.chapter ? 1 : 2;
  return [...picks].sort((a, b) => rank(a) - rank(b) || a.passage.order - b.passage.order || a.from - b.from);
}

/** What has the best sentence before what else is picked. */
function bestFirst(picks: readonly Pick[], { candidate, sentence }: RankedSentence): Pick[] {
  const isBest = ({ passage, from, to }: Pick): boolean =>
    passage.id === candidate.passage.id && from <= sentence && sentence <= to;
  return [...picks.filter(isBest), ...picks.filter((pick) => !isBest(pick))];
}

function mergeNeighbours(picks: readonly Pick[]): Pick[] {
  const out: Pick[] = [];
  for (const pick of picks) {
    const last = out.at(-1);
    if (last?.passage.id === pick.passage.id && pick.from <= last.to + 1) {
      out[out.length - 1] = {
        ...last,
        to: Math.max(last.to, pick.to),
        probability: Math.max(last.probability, pick.probability),
      };
    } else out.push(pick);
  }
  return out;
}
