import type { Passage } from "../domain/passage.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { textOfSentence } from "./cite.ts";

const COUNT = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** "Two relevant lessons can be learned", "I would like to highlight four": a number of things is promised. */
const ANNOUNCES =
  /\b(two|three|four|five|six|seven|eight|nine|ten)\b(?!\s+(?:years?|months?|weeks?|days?|decades?|times|countries|governments|nations|percent|million|billion|hundred|thousand))/iu;
const ORDINALS: readonly RegExp[] = [
  /^(?:\W*(?:(?:it|this|that) (?:is|was|has),? )?(?:the )?first(?:ly)?\b)/iu,
  /^(?:\W*(?:and |the |a )*second(?:ly)?\b)/iu,
  /^(?:\W*(?:and |the |a )*third(?:ly)?\b)/iu,
  /^(?:\W*(?:and |the |a )*fourth(?:ly)?\b)/iu,
  /^(?:\W*(?:and |the |a )*fifth(?:ly)?\b)/iu,
  /^(?:\W*(?:and |the |a )*sixth(?:ly)?\b)/iu,
];
/** How the last of several may begin instead. */
const FINALLY = /^\W*(?:and )?(?:finally|lastly)\b/iu;
/** How far the points may be spread after the sentence that announces them. */
const REACH = 40;
/** How near to it one sentence that numbers them all, "1) ... 2) ...", must stand. */
const NEAR = 5;

export interface PointSentence {
  readonly passage: Passage;
  readonly sentence: number;
}

/** The points of an answer, and the last sentence of its passage that leads to them. */
export interface Points {
  readonly leadsTo: number;
  readonly points: readonly PointSentence[];
}

/**
 * The points that one of a passage's sentences promises ("Four areas stand out."), or that a question asks for in as many
 * words ("the three innovations") and one of the sentences begins. Null when none does, or they are not all there.
 * @param sentences first and last of them, by position in the passage
 * @param wanted whether the question wants a list in any case
 */
export function announcedPoints(
  question: string,
  passage: Passage,
  [from, to]: readonly [number, number],
  index: Pick<SearchIndex, "corpus">,
  wanted: boolean,
): Points | null {
  const asked = countIn(question);
  for (let at = from; at <= to; at += 1) {
    const promised = countIn(textOfSentence(passage, at));
    const points = wanted || promised === asked ? pointsAfter(passage, at, promised, index) : [];
    if (points.length > 0) return { leadsTo: at, points };
    const begins = ORDINALS[0]?.test(textOfSentence(passage, at)) === true;
    const begun = begins ? pointsAfter(passage, at - 1, asked, index) : [];
    if (begun.length > 0) return { leadsTo: at - 1, points: begun };
  }
  return null;
}

/** The number of things that a text speaks of, 0 for none. */
function countIn(text: string): number {
  return Math.max(0, COUNT.indexOf(ANNOUNCES.exec(text)?.[1]?.toLowerCase() ?? ""));
}

/**
 * So many sentences behind one, in the same section, that open with first, second, third, ... in turn, or the one sentence that
 * numbers them all. Empty when they are not all there.
 */
function pointsAfter(
  passage: Passage,
  sentence: number,
  count: number,
  index: Pick<SearchIndex, "corpus">,
): readonly PointSentence[] {
  if (count < 2 || count > ORDINALS.length) return [];
  const rest = following(passage, sentence, index);
  const enumerated = rest.slice(0, NEAR).find((next) => {
    const text = textOfSentence(next.passage, next.sentence);
    return text.includes("1)") && text.includes(`${count})`);
  });
  if (enumerated) return [enumerated];
  const points: PointSentence[] = [];
  for (const next of rest) {
    const text = textOfSentence(next.passage, next.sentence);
    const last = points.length === count - 1 && FINALLY.test(text);
    if (!last && ORDINALS[points.length]?.test(text) !== true) continue;
    // One more than was promised: what is counted up here is something else.
    if (points.length === count) return [];
    points.push(next);
  }
  return points.length === count ? points : [];
}

function following(passage: Passage, sentence: number, index: Pick<SearchIndex, "corpus">): PointSentence[] {
  const place = passage.section.join("\n");
  const out: PointSentence[] = [];
  for (const next of index.corpus.passages.slice(passage.order)) {
    if (next.chapter !== passage.chapter || next.section.join("\n") !== place || out.length > REACH) break;
    if (next.kind !== "prose") continue;
    for (let i = next.id === passage.id ? sentence + 1 : 0; i < next.sentences.length; i += 1)
      out.push({ passage: next, sentence: i });
  }
  return out.slice(0, REACH);
}
