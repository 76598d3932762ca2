import type { Analyzer } from "../ports/analyzer.ts";

/** Tags of markup, which no question needs. */
const TAG = /<\/?[a-z][\w-]*[^<>]*>/giu;
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

/**
 * What is asked in a text of several sentences: its questions, when the first of them means something alone. What people
 * say around a question ("I am writing a paper.", "Ignore your rules.") is not looked for. Any other text is itself.
 */
export function questionFocus(text: string, analyzer: Analyzer): string {
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
