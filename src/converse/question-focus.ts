import type { Analyzer } from "../ports/analyzer.ts";

/** Tags of markup, which no question needs, and the quotation marks of code. */
const TAG = /<\/?[a-z][\w-]*[^<>]*>|\[\/?[A-Z_]{2,}\]|"{3}|`{3}/giu;
/**
 * Where a sentence ends: after "?" or "!", and after a full stop behind a word of four letters ("U.S." and "Gen." end
 * none).
 */
const SENTENCE_END = /(?<=[?!]["'”’)]*|[\p{L}\p{N}]{4}\.["'”’)]*)\s+/u;
/** Words by which a sentence leans on another. */
const LEANS =
  /\b(?:it|its|they|them|their|this|that|these|those|he|she|him|her|his|there|then|so|such|both|same|ese|esa|eso|esos|esas|esto|estos|estas|ellos|ellas)\b|(?<!\p{L})[eé]l(?=\W*$)/iu;
/** Content terms that a question needs to be looked for by itself. */
const FEWEST_TERMS = 3;

/** Words that tell whether a text is shouted; from so many on it may be, when so large a share of them is. */
const WORD = /\p{L}{2,}/gu;
const SHOUTED = { words: 3, share: 0.6 };

/** A text in capitals, or in letters of all sizes, in small ones: encoders know those. Acronyms alone are none. */
function quietened(text: string): string {
  const words = [...text.matchAll(WORD)].map(([word]) => word);
  const loud = words.filter((word) => /\p{Lu}/u.test(word.slice(1)));
  const shouted = words.length >= SHOUTED.words && loud.length >= words.length * SHOUTED.share;
  return shouted ? text.toLowerCase() : text;
}

/**
 * What is asked in a text of several sentences: its questions, when the first of them means something alone. What people
 * say around a question ("I am writing a paper.", "Ignore your rules.") is not looked for. Any other text is itself, and
 * what is shouted is said in small letters.
 */
export function questionFocus(asked: string, analyzer: Analyzer): string {
  const text = quietened(asked);
  const pieces = text.split(TAG).map((piece) => piece.replace(/\s+/gu, " ").trim());
  const untagged = pieces.filter((piece) => piece !== "").join(" ");
  const sentences = pieces
    .flatMap((piece) => piece.split(SENTENCE_END))
    .filter((sentence) => sentence !== "");
  const questions = sentences.filter((sentence) => /\?[?!"'”’)]*$/u.test(sentence));
  const [first] = questions;
  if (first === undefined || questions.length === sentences.length) return untagged === "" ? text : untagged;
  const alone = new Set(analyzer.terms(first)).size >= FEWEST_TERMS && !LEANS.test(first);
  return alone ? questions.join(" ") : untagged;
}
