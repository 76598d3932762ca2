import type { Chapter, PageRange, Passage } from "../domain/passage.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { PassageView } from "../domain/contract.ts";
import { plainText } from "../domain/plain-text.ts";
import type { Span } from "../domain/span.ts";

const NO_CHAPTER: Chapter = {
  number: null,
  title: "",
  authors: [],
  pages: null,
};

/** Where a passage stands: the fields every citation and passage view shares. */
export function placeOf(corpus: Corpus, passage: Passage) {
  const chapter = corpus.chapters[passage.chapter] ?? NO_CHAPTER;
  return {
    source: { id: corpus.meta.id, title: corpus.meta.title },
    chapter: {
      number: chapter.number,
      title: chapter.title,
      authors: [...chapter.authors],
    },
    section: passage.section.length === 0 ? null : passage.section.map(plainText).join(" > "),
    pages: copyPages(chapter.pages),
  };
}

function copyPages(pages: PageRange | null): { from: number; to: number | null } | null {
  return pages ? { from: pages.from, to: pages.to } : null;
}

/** "chapter 3", "the Introduction", or the title of an unnumbered part. */
export function chapterName(chapter: Chapter | undefined): string {
  if (!chapter) return "";
  if (chapter.number !== null) return `chapter ${chapter.number}`;
  return /^introduction$/iu.test(chapter.title) ? "the Introduction" : chapter.title;
}

/**
 * Address of a passage in the reader; with a span of its text, the reader marks those words. The address counts characters
 * that are no white space, in the text as it is shown.
 */
export function readerUrl(base: string, passage: Passage, span?: Span): string {
  const quote = span === undefined ? "" : `?quote=${passage.id}.${shownRange(passage, span)}`;
  return `${base}/report${quote}#p-${passage.id}`;
}

/** "12-80": which of the shown characters that are no white space a span takes in. */
function shownRange({ text, table }: Passage, { start, end }: Span): string {
  const solid = (part: string): string => part.replace(/\s+/gu, "");
  const all = solid(table ? table.cells.map(plainText).join("") : plainText(text));
  if (table) return `0-${all.length}`;
  const words = solid(plainText(text.slice(start, end)));
  // Markup that the span cuts through makes the place before it uncertain by a character or two.
  const about = solid(plainText(text.slice(0, start))).length;
  const found =
    [all.indexOf(words, Math.max(0, about - 8)), all.indexOf(words)].find((at) => at >= 0) ?? about;
  return `${found}-${found + words.length}`;
}

/** A passage as search results and abstentions show it. */
export function viewPassage(corpus: Corpus, passage: Passage, score: number, base: string): PassageView {
  return {
    passageId: passage.id,
    kind: passage.kind,
    text: passage.text,
    score: round4(score),
    ...placeOf(corpus, passage),
    url: readerUrl(base, passage),
  };
}

/** Scores are rounded so that the last bits of another machine's floating point do not show. */
export function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
