import { corpusMetaSchema, type Corpus } from "./corpus.ts";
import type { Chapter, Passage } from "./passage.ts";

/** A passage for tests: its source is its own text, its sentences end at ". " and ": ". */
export function makePassage(text: string, over: Partial<Passage> = {}): Passage {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.:?!](?:\s+|$)/gu)) {
    sentences.push({ start, end: match.index + 1 });
    start = match.index + match[0].length;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return {
    id: `id-${over.order ?? 0}`,
    kind: "prose",
    documentId: "test.md",
    order: 0,
    text,
    segments: [{ start: 0, end: text.length }],
    sentences,
    chapter: 0,
    section: [],
    list: null,
    table: null,
    notes: [],
    ...over,
  };
}

/** A corpus for tests; ids and orders follow the passages' positions. */
export function makeCorpus(
  passages: readonly Passage[],
  chapters: readonly Partial<Chapter>[] = [{}],
): Corpus {
  return {
    meta: corpusMetaSchema.parse({ id: "test", title: "A Test Report", asOf: "early 2021" }),
    chapters: chapters.map((chapter, i) => ({
      number: i + 1,
      title: `Chapter title ${i + 1}`,
      authors: [],
      pages: { from: 1, to: 9 },
      ...chapter,
    })),
    headings: [],
    passages: passages.map((passage, order) => ({
      ...passage,
      order,
      id: passage.id === "id-0" ? `id-${order}` : passage.id,
    })),
  };
}
