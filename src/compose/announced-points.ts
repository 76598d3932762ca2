import type { Passage } from "../domain/passage.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { textOfSentence } from "./cite.ts";

const COUNT = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** "Two relevant lessons can be learned", "I would like to highlight four": a number of things is promised. */
const ANNOUNCES =
  /\b(two|three|four|five|six|seven|eight|nine|ten)\b(?!\s+(?:years?|months?|weeks?|days?|decades?|times|countries|governments|nations|percent|million|billion|hundred|thousand))/iu;
const ORDINALS: readonly RegExp[] = [
  /^(?:\W*(?:the )?first\b|\W*firstly\b)/iu,
  /^(?:\W*(?:and |the )?second(?:ly)?\b)/iu,
  /^(?:\W*(?:and |the )?third(?:ly)?\b)/iu,
  /^(?:\W*(?:and |the )?fourth(?:ly)?\b)/iu,
  /^(?:\W*(?:and |the )?fifth(?:ly)?\b)/iu,
  /^(?:\W*(?:and |the )?sixth(?:ly)?\b)/iu,
];
/** How far the points may be spread after the sentence that announces them. */
const REACH = 40;
/** How near to it one sentence that numbers them all, "1) ... 2) ...", must stand. */
const NEAR = 5;

export interface PointSentence {
  readonly passage: Passage;
  readonly sentence: number;
}

/**
 * The points that a sentence promises ("Four areas stand out."): the sentences after it, in the same section,
 * that open with first, second, third, ... in turn, or the one sentence that numbers them all. Empty when they are not all there.
 */
export function announcedPoints(passage: Passage, sentence: number, index: SearchIndex): PointSentence[] {
  const promised = COUNT.indexOf(ANNOUNCES.exec(textOfSentence(passage, sentence))?.[1]?.toLowerCase() ?? "");
  if (promised < 2 || promised > ORDINALS.length) return [];
  const rest = following(passage, sentence, index);
  const enumerated = rest.slice(0, NEAR).find((next) => {
    const text = textOfSentence(next.passage, next.sentence);
    return text.includes("1)") && text.includes(`${promised})`);
  });
  if (enumerated) return [enumerated];
  const points: PointSentence[] = [];
  for (const next of rest) {
    if (points.length === promised) break;
    if (ORDINALS[points.length]?.test(textOfSentence(next.passage, next.sentence)) === true)
      points.push(next);
  }
  return points.length === promised ? points : [];
}

function following(passage: Passage, sentence: number, index: SearchIndex): PointSentence[] {
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
