import { spanOf, type Block, type WholeBlock } from "./blocks.ts";
import { canonical } from "./canonical.ts";
import { isHeadingLine, isNumberedHeading } from "./headings.ts";
import {
  ATTRIBUTION,
  BOX_CAPTION,
  CAPTION,
  isQuotation,
  NOTES_HEADING,
  SOURCE_LINE,
  wrappedEnd,
} from "./line-shapes.ts";
import { nextFilled, type Line } from "./lines.ts";
import { readList } from "./lists.ts";
import { readNotes } from "./notes.ts";
import { readTable } from "./tables.ts";
import type { PassageKind } from "../domain/passage.ts";

interface Read {
  readonly blocks: readonly Block[];
  /** The first line not read. */
  readonly next: number;
}
type Reader = (source: string, lines: readonly Line[], at: number) => Read | null;

const LONGEST_ATTRIBUTION = 120;

/** Tried in this order; the last one takes anything. */
const READERS: readonly Reader[] = [
  readEndnotes,
  readEpigraph,
  readPullQuote,
  (source, lines, at) => one(readTable(source, lines, at)),
  readBox,
  readCaption,
  readNumberedHeading,
  (source, lines, at) => one(readList(source, lines, at, "list-item")),
  readHeading,
  readParagraph,
];

/** Takes a chapter's lines apart into blocks, in source order. */
export function readBody(source: string, lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let at = nextFilled(lines, 0);
  while (at < lines.length) {
    const from = at;
    const read = READERS.reduce<Read | null>((found, reader) => found ?? reader(source, lines, from), null);
    if (read) blocks.push(...read.blocks);
    at = nextFilled(lines, Math.max(read?.next ?? 0, from + 1));
  }
  return blocks;
}

function readEndnotes(source: string, lines: readonly Line[], at: number): Read | null {
  const line = lines[at];
  if (!line || !NOTES_HEADING.test(line.text)) return null;
  const { notes, next } = readNotes(source, lines, at + 1);
  return notes.length === 0 ? null : { blocks: [heading(source, line), ...notes], next };
}

function readEpigraph(source: string, lines: readonly Line[], at: number): Read | null {
  let next = at;
  while (isQuotation(lines[next]?.text ?? "")) next = nextFilled(lines, next + 1);
  const [first, attribution] = [lines[at], lines[next]];
  if (next === at || !first || !attribution) return null;
  if (!ATTRIBUTION.test(attribution.text) || attribution.text.length > LONGEST_ATTRIBUTION) return null;
  return { blocks: [whole("epigraph", source, first.start, attribution.end, true)], next: next + 1 };
}

function readPullQuote(source: string, lines: readonly Line[], at: number): Read | null {
  const line = lines[at];
  if (!line || !isQuotation(line.text)) return null;
  return { blocks: [whole("pull-quote", source, line.start, line.end, true)], next: at + 1 };
}

function readCaption(source: string, lines: readonly Line[], at: number): Read | null {
  const text = lines[at]?.text ?? "";
  const kind = CAPTION.test(text) ? "figure-caption" : SOURCE_LINE.test(text) ? "figure-source" : null;
  return kind && wrapped(source, lines, at, (start, end) => whole(kind, source, start, end, false));
}

function readBox(source: string, lines: readonly Line[], at: number): Read | null {
  const line = lines[at];
  if (!line || !BOX_CAPTION.test(line.text)) return null;
  const next = wrappedEnd(lines, at);
  const caption = whole("figure-caption", source, line.start, lines[next - 1]?.end ?? line.end, false);
  const list = readList(source, lines, nextFilled(lines, next), "box-item");
  return {
    blocks: list ? [caption, { ...list.block, leadIn: caption.piece }] : [caption],
    next: list?.next ?? next,
  };
}

function readNumberedHeading(source: string, lines: readonly Line[], at: number): Read | null {
  const line = lines[at];
  return line && isNumberedHeading(lines, at) ? { blocks: [heading(source, line)], next: at + 1 } : null;
}

function readHeading(source: string, lines: readonly Line[], at: number): Read | null {
  const line = lines[at];
  return line && isHeadingLine(lines, at) ? { blocks: [heading(source, line)], next: at + 1 } : null;
}

function readParagraph(source: string, lines: readonly Line[], at: number): Read | null {
  return wrapped(source, lines, at, (start, end) => {
    const piece = canonical(source, { start, end });
    return { type: "paragraph", kind: "prose", piece, start, end };
  });
}

function wrapped(
  source: string,
  lines: readonly Line[],
  at: number,
  make: (start: number, end: number) => Block,
): Read | null {
  const line = lines[at];
  const next = wrappedEnd(lines, at);
  return line ? { blocks: [make(line.start, lines[next - 1]?.end ?? line.end)], next } : null;
}

function heading(source: string, line: Line): Block {
  return { type: "heading", level: 1, piece: canonical(source, line), start: line.start, end: line.end };
}

function whole(
  kind: PassageKind,
  source: string,
  start: number,
  end: number,
  sentences: boolean,
): WholeBlock {
  const piece = canonical(source, { start, end });
  return { type: "whole", kind, piece, sentences, ...spanOf(piece) };
}

function one(read: { readonly block: Block; readonly next: number } | null): Read | null {
  return read && { blocks: [read.block], next: read.next };
}
