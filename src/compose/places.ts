import type { Chapter, PageRange, Passage } from "../domain/passage.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { PassageView } from "../domain/contract.ts";
import { plainText } from "../domain/plain-text.ts";

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

/** Address of a passage in the reader; with a quote, a text fragment scrolls to it and marks it (WICG scroll-to-text-fragment). */
export function readerUrl(base: string, passage: Passage, quote?: string): string {
  const anchor = `${base}/report#p-${passage.id}`;
  if (quote === undefined) return anchor;
  const words = plainText(quote).split(" ");
  const part = (text: string): string => encodeURIComponent(text).replaceAll("-", "%2D");
  if (words.length <= 8) return `${anchor}:~:text=${part(words.join(" "))}`;
  return `${anchor}:~:text=${part(words.slice(0, 4).join(" "))},${part(words.slice(-4).join(" "))}`;
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
