import type { Span } from "../domain/span.ts";

/** One line of a source file. `start` and `end` bound its trimmed content; a blank line has `text` "". */
export interface Line extends Span {
  /** 0-based line number. */
  readonly index: number;
  /** Content without the white space around it. */
  readonly text: string;
  /** The whole line without its line ending; tabs at its ends are empty table cells. */
  readonly raw: string;
  /** Source offset of `raw`. */
  readonly rawStart: number;
}

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/gu;

/** Splits a text at LF, CRLF or CR. Offsets are UTF-16 units of `source`; a byte order mark counts as white space. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  for (const match of source.matchAll(LINE)) {
    const raw = match[1] ?? "";
    if (match.index === source.length && raw === "" && lines.length > 0) break;
    const text = raw.trim();
    const start = match.index + (text === "" ? 0 : raw.indexOf(text));
    lines.push({ index: lines.length, text, raw, rawStart: match.index, start, end: start + text.length });
    if (match[2] === "") break;
  }
  return lines;
}

/** The index of the first line at or after `from` that is not blank, or `lines.length`. */
export function nextFilled(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.text === "") at += 1;
  return at;
}

/** Whether the lines before and after `at` are blank or missing. */
export function standsAlone(lines: readonly Line[], at: number): boolean {
  return (lines[at - 1]?.text ?? "") === "" && (lines[at + 1]?.text ?? "") === "";
}
