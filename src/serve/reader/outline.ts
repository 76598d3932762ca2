import type { Corpus, SectionHeading } from "../../domain/corpus.ts";
import type { Chapter, Passage, PassageKind } from "../../domain/passage.ts";

/** Passages that one element shows: a paragraph's parts, a list's items, a table's rows. */
export interface Group {
  readonly kind: PassageKind;
  readonly passages: readonly Passage[];
}

export type Block =
  | { readonly heading: SectionHeading; readonly group?: never }
  | { readonly group: Group; readonly heading?: never };

/** A chapter in reading order. `index` is its place in the corpus's chapters. */
export interface ChapterOutline {
  readonly index: number;
  readonly chapter: Chapter;
  /** Its entries in the report's own table of contents. */
  readonly entries: readonly Passage[];
  readonly blocks: readonly Block[];
}

/** The corpus as the reader shows it: chapters with their headings and grouped passages, in reading order. */
export function outline(corpus: Corpus): ChapterOutline[] {
  const inOrder = corpus.passages.toSorted((a, b) => a.order - b.order);
  return corpus.chapters.map((chapter, index) => {
    const own = inOrder.filter((passage) => passage.chapter === index);
    const headings = corpus.headings
      .filter((heading) => heading.chapter === index)
      .toSorted((a, b) => a.order - b.order || a.start - b.start);
    return {
      index,
      chapter,
      entries: own.filter((passage) => passage.kind === "contents-entry"),
      blocks: blocksOf(
        own.filter((passage) => passage.kind !== "contents-entry"),
        headings,
      ),
    };
  });
}

function blocksOf(passages: readonly Passage[], headings: readonly SectionHeading[]): Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (const passage of passages) {
    for (let heading = headings[next]; heading && heading.order <= passage.order; heading = headings[next]) {
      blocks.push({ heading });
      next += 1;
    }
    const last = blocks.at(-1)?.group;
    const before = last?.passages.at(-1);
    if (last && before && belongTogether(before, passage)) {
      blocks[blocks.length - 1] = { group: { kind: last.kind, passages: [...last.passages, passage] } };
    } else blocks.push({ group: { kind: passage.kind, passages: [passage] } });
  }
  return [...blocks, ...headings.slice(next).map((heading) => ({ heading }))];
}

function belongTogether(before: Passage, passage: Passage): boolean {
  if (before.kind !== passage.kind) return false;
  switch (passage.kind) {
    case "prose":
      return continuesParagraph(before, passage);
    case "list-item":
    case "box-item":
      return before.list?.listId === passage.list?.listId;
    case "table-row":
      return before.table?.caption === passage.table?.caption;
    case "endnote":
      return true;
    default:
      return false;
  }
}

/**
 * Long paragraphs are several passages. Between two parts of one there is a space in the source, after the
 * note markers that end the first; between paragraphs there are line breaks, at least two characters.
 */
function continuesParagraph(before: Passage, passage: Passage): boolean {
  const end = before.segments.at(-1)?.end;
  const start = passage.segments[0]?.start;
  if (end === undefined || start === undefined || before.documentId !== passage.documentId) return false;
  if (before.text.includes("\n\n") || passage.text.includes("\n\n")) return false;
  const markers = before.notes
    .filter((note) => note.at === before.text.length)
    .reduce((length, note) => length + String(note.number).length, 0);
  return start >= end && start - end <= markers + 1;
}
