import type { Line } from "./lines.ts";

const CLOSERS = /["”’')\]*_»]+$/u;
const OPENING_QUOTE = /^["“«]/u;
const CLOSING_QUOTE = /["”»]$/u;
/** A marker at the end of a line, where a shape is judged without it. */
const TRAILING_MARKER = /\s*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{[\d\s,–-]+\})$/u;
const LONGEST_WRAPPED_LINE = 120;

export const CAPTION = /^(?:Figure|Fig\.|Chart|Graph|Map|Exhibit)\s+\d+[a-z]?\s*[.:]/iu;
export const TABLE_CAPTION = /^Table\s+\d+[a-z]?\s*[.:]/iu;
export const BOX_CAPTION = /^Box\s+\d+[a-z]?\s*[.:]/iu;
export const SOURCE_LINE = /^(?:Sources?|Notes?)\s*:/iu;
export const TABLE_NOTE = /^(?:(?:Sources?|Notes?)\s*:|\(?\*+\)?\s*\S)/iu;
export const NOTES_HEADING = /^(?:End\s?notes|Notes)$/iu;
export const NOTE_LINE = /^(?:[-•*]\s+)?\[(\d{1,4})\]\s*/u;
export const BULLET = /^[-•*▪◦‣–]\s+/u;
export const LETTERED = /^\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+/u;
export const NUMBERED = /^(\d{1,2})[.)]\s+/u;
export const ATTRIBUTION = /^(?:[–—]\s*|-)\p{Lu}/u;

export function withoutMarker(text: string): string {
  return text.replace(TRAILING_MARKER, "");
}

/** A line that is only a quotation. */
export function isQuotation(text: string): boolean {
  const bare = withoutMarker(text);
  return bare.length > 2 && OPENING_QUOTE.test(bare) && CLOSING_QUOTE.test(bare);
}

/** Whether a paragraph is complete: it ends with a stop, a colon or a semicolon, quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return /[.!?:;…]$/u.test(withoutMarker(text).replace(CLOSERS, ""));
}

export function startsLowerCase(text: string): boolean {
  return /^["“'(*]*\p{Ll}/u.test(text);
}

/** A line of running text: neither blank nor shaped like anything else. */
export function isPlain(text: string): boolean {
  return (
    text !== "" &&
    ![CAPTION, TABLE_CAPTION, BOX_CAPTION, SOURCE_LINE, BULLET, LETTERED, NUMBERED].some((shape) =>
      shape.test(text),
    ) &&
    !NOTE_LINE.test(text) &&
    !text.includes("\t")
  );
}

/** The end (exclusive) of the hard-wrapped lines that go on from `at`; lines longer than any wrap stand alone. */
export function wrappedEnd(lines: readonly Line[], at: number): number {
  let next = at + 1;
  while ((lines[next - 1]?.text.length ?? 0) <= LONGEST_WRAPPED_LINE && isPlain(lines[next]?.text ?? ""))
    next += 1;
  return next;
}
