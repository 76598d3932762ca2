import type { Corpus } from "../domain/corpus.ts";
import type { PageRange, PassageKind } from "../domain/passage.ts";
import type { Join, ParsedChapter, Repeat } from "./blocks.ts";
import type { UnlinkedMarker } from "./passages.ts";
import { countWords } from "./words.ts";

/** What ingest found, joined, dropped and linked; for people and for tests. `chapter` is an index into `chapters`. */
export interface IngestReport {
  readonly passages: number;
  readonly words: number;
  readonly kinds: Readonly<Partial<Record<PassageKind, number>>>;
  readonly chapters: readonly ChapterReport[];
  readonly headings: readonly { readonly chapter: number; readonly level: number; readonly text: string }[];
  readonly joins: readonly (Join & { readonly chapter: number })[];
  readonly pullQuotes: readonly (Repeat & { readonly chapter: number })[];
  readonly standfirsts: readonly (Repeat & { readonly chapter: number })[];
  readonly unlinkedMarkers: readonly UnlinkedMarker[];
}

export interface ChapterReport {
  readonly number: number | null;
  readonly title: string;
  readonly authors: readonly string[];
  readonly pages: PageRange | null;
  readonly sections: number;
  readonly passages: number;
  readonly endnotes: number;
  readonly linkedMarkers: number;
}

/** Sums up a corpus and what its parsers noted; `parsed` is aligned with the corpus's chapters. */
export function reportOf(
  corpus: Corpus,
  parsed: readonly ParsedChapter[],
  unlinkedMarkers: readonly UnlinkedMarker[],
): IngestReport {
  const kinds: Partial<Record<PassageKind, number>> = {};
  for (const { kind } of corpus.passages) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const collect = <T>(of: (chapter: ParsedChapter) => readonly T[]): (T & { chapter: number })[] =>
    parsed.flatMap((chapter, i) => of(chapter).map((item) => ({ chapter: i, ...item })));
  return {
    passages: corpus.passages.length,
    words: corpus.passages.reduce((sum, passage) => sum + countWords(passage.text), 0),
    kinds,
    chapters: corpus.chapters.map((chapter, i) => {
      const own = corpus.passages.filter((passage) => passage.chapter === i);
      return {
        ...chapter,
        sections: corpus.headings.filter((heading) => heading.chapter === i).length,
        passages: own.length,
        endnotes: own.filter((passage) => passage.kind === "endnote").length,
        linkedMarkers: own.reduce((sum, passage) => sum + passage.notes.length, 0),
      };
    }),
    headings: corpus.headings.map(({ chapter, level, text }) => ({ chapter, level, text })),
    joins: collect((chapter) => chapter.joins),
    pullQuotes: collect((chapter) => chapter.pullQuotes),
    standfirsts: collect((chapter) => chapter.standfirsts),
    unlinkedMarkers,
  };
}
