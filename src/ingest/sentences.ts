import nlp from "compromise/one";
import type { Span } from "../domain/span.ts";

/** Where the library joins two sentences: after a closing quote, bracket or emphasis, or a bracket and a stop. */
const MISSED = /(?:(?<!\b(?!I)\p{L})[.!?…]["”’)\]*]+|[)\]”"][.!?])\s+(?=["“‘(*[]*[\p{Lu}\d])/gu;
/** "U.S." and the like end a sentence only before a word that begins one. */
const ACRONYM = /(?<=\b\p{Lu}\.\p{Lu}\.)\s+(?=(?:The|This|These|Those|It|He|She|They|But|However|In)\s)/gu;
/** Abbreviations that want a word or a number after them. */
const ALWAYS_GOES_ON =
  /(?:^|[\s(["“])(?:vs|cf|e\.g|i\.e|approx|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Amb|St)\.$/u;
const GOES_ON_BEFORE_NUMBER = /(?:^|[\s(["“])(?:nos?|ch|chap|pp?|figs?|art|sec|vol|para)\.$/iu;
/** An enumerator ("2.", "IV.") that opens a sentence: at the text's start, after a stop or after another number. */
const ENUMERATOR = /(?:^|[.:;!?)\]”"]\s+|\d\s+)\(?(?:\d{1,2}|[IVX]{1,4})[.)]$/u;

/**
 * Sentences of a text, in order and disjoint; together they cover everything but white space.
 * compromise (MIT) finds the boundaries; a few it is known to miss are repaired here.
 */
export function splitSentences(text: string): Span[] {
  const starts = [
    ...new Set([...libraryStarts(text), ...matchEnds(text, MISSED), ...matchEnds(text, ACRONYM)]),
  ]
    .filter((start) => start > 0 && !goesOn(text.slice(0, start).trimEnd(), text.slice(start)))
    .sort((a, b) => a - b);
  const spans: Span[] = [];
  for (const [i, from] of [0, ...starts].entries()) {
    const piece = text.slice(from, starts[i] ?? text.length);
    const start = from + (piece.length - piece.trimStart().length);
    const end = from + piece.trimEnd().length;
    if (start < end) spans.push({ start, end });
  }
  return spans;
}

/** Starts of the library's sentences. Its own offsets skip opening quotes, so its texts are looked up in order. */
function libraryStarts(text: string): number[] {
  const starts: number[] = [];
  let from = 0;
  const sentences: unknown = nlp(text).json({ text: true });
  for (const sentence of Array.isArray(sentences) ? sentences : []) {
    const words = textOf(sentence);
    const at = words === "" ? -1 : text.indexOf(words, from);
    if (at < 0) continue;
    starts.push(at);
    from = at + words.length;
  }
  return starts;
}

function matchEnds(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
}

function goesOn(before: string, after: string): boolean {
  return (
    /\S$/u.test(before) &&
    (/^\p{Ll}/u.test(after) ||
      ALWAYS_GOES_ON.test(before) ||
      (GOES_ON_BEFORE_NUMBER.test(before) && /^\d/u.test(after)) ||
      ENUMERATOR.test(before))
  );
}

/** The text of one sentence of the library's untyped output. */
function textOf(sentence: unknown): string {
  if (typeof sentence !== "object" || sentence === null || !("text" in sentence)) return "";
  return typeof sentence.text === "string" ? sentence.text.trim() : "";
}
