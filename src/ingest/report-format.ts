import type { Chapter } from "../domain/passage.ts";
import { isBiographyChapter, markBiographies } from "./biographies.ts";
import { spanOf, type Block, type ParsedChapter, type WholeBlock } from "./blocks.ts";
import { readBody } from "./body.ts";
import { canonical, joinCanonical } from "./canonical.ts";
import { findChapterHeads } from "./chapter-heads.ts";
import { readContents, type Contents, type ContentsEntry } from "./contents.ts";
import { withLevels } from "./heading-levels.ts";
import { joinPageBreaks } from "./joins.ts";
import { splitLines, type Line } from "./lines.ts";
import { dropRepeats, markStandfirst } from "./pull-quotes.ts";

/**
 * Parses a report that was converted from a PDF: plain lines with a table of contents, unmarked headings, page breaks
 * in mid-sentence, pull quotes and endnotes. `title` is the report's own (it may be repeated inside).
 * Without a table of contents, or without any chapter of it in the text, the whole text is one chapter.
 */
export function parseReport(source: string, title: string): ParsedChapter[] {
  const lines = splitLines(source);
  const contents = readContents(lines);
  const parts = contents ? chapterParts(lines, contents, title) : [];
  if (!contents || parts.length === 0) {
    return [parseChapter(source, { number: null, title, authors: [], pages: null }, lines, [], [])];
  }
  const authors = [...new Set(contents.entries.flatMap((entry) => entry.authors))];
  return parts.map(({ entry, byLine, body }) => {
    const { number, title: name, authors: own, pages } = entry;
    const lead = [contentsEntry(source, entry), ...(byLine ? [wholeLine("byline", source, byLine)] : [])];
    return parseChapter(source, { number, title: name, authors: own, pages }, body, lead, authors);
  });
}

interface ChapterPart {
  readonly entry: ContentsEntry;
  readonly byLine: Line | null;
  readonly body: readonly Line[];
}

/** The lines of each chapter that was found. What stands between the contents and the first chapter goes to it. */
function chapterParts(lines: readonly Line[], contents: Contents, title: string): ChapterPart[] {
  const front = lines
    .slice(0, contents.from)
    .map((line) => line.text)
    .join(" ");
  const heads = findChapterHeads(lines, contents.entries, contents.to, `${front} ${title}`);
  const found = contents.entries.flatMap((entry, i) => (heads[i] ? [{ entry, head: heads[i] }] : []));
  return found.map(({ entry, head }, i) => {
    const before = i === 0 ? lines.slice(contents.to, head.from) : [];
    return {
      entry,
      byLine: head.byLine,
      body: [...before, ...lines.slice(head.to, found[i + 1]?.head.from)],
    };
  });
}

function parseChapter(
  source: string,
  chapter: Chapter,
  lines: readonly Line[],
  lead: readonly Block[],
  authors: readonly string[],
): ParsedChapter {
  const read = readBody(source, lines);
  const blocks = isBiographyChapter(chapter.title) ? markBiographies(read, authors) : markStandfirst(read);
  const joined = joinPageBreaks(blocks);
  const { blocks: kept, pullQuotes, standfirsts } = dropRepeats(joined.blocks);
  return { chapter, blocks: [...lead, ...withLevels(kept)], joins: joined.joins, pullQuotes, standfirsts };
}

function contentsEntry(source: string, entry: ContentsEntry): WholeBlock {
  const piece = joinCanonical(
    entry.spans.map((span) => canonical(source, span)),
    " ",
  );
  return { type: "whole", kind: "contents-entry", piece, sentences: false, ...spanOf(piece) };
}

function wholeLine(kind: WholeBlock["kind"], source: string, line: Line): WholeBlock {
  const piece = canonical(source, line);
  return { type: "whole", kind, piece, sentences: false, start: line.start, end: line.end };
}
