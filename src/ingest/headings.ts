import { endsSentence, isPlain, isQuotation, startsLowerCase, withoutMarker } from "./line-shapes.ts";
import { nextFilled, standsAlone, type Line } from "./lines.ts";
import { countWords } from "./words.ts";

const LONGEST = 100;
const LONGEST_NUMBERED = 170;
/** A heading that ends in a full stop has at most this many words, and another heading right under it. */
const MOST_WORDS_WITH_STOP = 8;
const VERB =
  /\b(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|should|does|did|do)\b|n['’]t\b/iu;
/** A line that ends like this was cut off by a page break. */
const CUT = /[,–—-]$|\b(?:an?|the|of|and|or|with|from|for|its|their|this|that|how)$/u;
const NUMBERED_HEADING = /^\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}/u;

/**
 * Whether the line at `at` is a heading: short, alone, without a sentence's end (a question may be one) and without
 * the shape of anything else. A line before a paragraph that goes on in lower case is a cut sentence, not a heading.
 */
export function isHeadingLine(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (!line || !standsAlone(lines, at)) return false;
  const text = withoutMarker(line.text);
  if (isNumberedHeading(lines, at)) return true;
  if (!isPlain(text) || isQuotation(text) || text.length > LONGEST || !/^[\p{Lu}\p{Nd}¿¡]/u.test(text))
    return false;
  const next = nextFilled(lines, at + 1);
  if (/[?]$/u.test(text)) return true;
  if (!endsSentence(text)) return !CUT.test(text) && !startsLowerCase(lines[next]?.text ?? "");
  return isHeadingWithStop(text, lines, at) && next < lines.length && isTitle(lines, next);
}

/** A few words with a full stop and no verb, between running text and another heading. */
function isHeadingWithStop(text: string, lines: readonly Line[], at: number): boolean {
  const above = lines.slice(0, at).findLastIndex((line) => line.text !== "");
  if (!/[^.]\.$/u.test(text) || countWords(text) > MOST_WORDS_WITH_STOP || VERB.test(text)) return false;
  return above >= 0 && endsSentence(lines[above]?.text ?? "") && !isNumberedHeading(lines, above);
}

/** "4. Develop a new approach." alone on a line, with running text under it and no list item beside it. */
export function isNumberedHeading(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  if (!NUMBERED_HEADING.test(text) || text.length > LONGEST_NUMBERED || !standsAlone(lines, at)) return false;
  const sentences = text.replace(/^[\d.)]+\s+/u, "").split(/[.!?]\s+(?=\p{Lu})/u);
  const below = lines[nextFilled(lines, at + 1)]?.text ?? "";
  return sentences.length === 1 && isPlain(below) && !text.includes("\t") && !/[:;,]$/u.test(text);
}

function isTitle(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  return isHeadingLine(lines, at) && !endsSentence(text);
}
