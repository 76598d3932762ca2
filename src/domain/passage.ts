import type { Segment, Span } from "./span.ts";

/** What a passage is in the report; decides how it is retrieved, quoted and shown. */
export const PASSAGE_KINDS = [
  "prose",
  "list-item",
  "box-item",
  "table-row",
  "table-note",
  "figure-caption",
  "figure-source",
  "standfirst",
  "pull-quote",
  "epigraph",
  "byline",
  "contents-entry",
  "biography",
  "endnote",
] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** Printed page numbers, inclusive; `to` is null when the text does not tell where the part ends. */
export interface PageRange {
  readonly from: number;
  readonly to: number | null;
}

/**
 * A chapter as the table of contents gives it. `number` is null for unnumbered parts
 * (the Introduction, About the Authors) and for corpora without chapters.
 */
export interface Chapter {
  readonly number: number | null;
  readonly title: string;
  readonly authors: readonly string[];
  readonly pages: PageRange | null;
}

/** The place of an item in its list, and the words that introduce the list. */
export interface ListPlace {
  /** The same for all items of one list. */
  readonly listId: string;
  /** 0-based position of this item. */
  readonly index: number;
  readonly size: number;
  /** Canonical text of the sentence or heading the list hangs on; empty when there is none. */
  readonly leadIn: string;
  /** The passage that holds the lead-in sentence, when it is prose; null for headings. */
  readonly leadInPassageId: string | null;
}

/** The labelled context of a table row. `cells` are aligned with `header` (the first may be ""). */
export interface TablePlace {
  readonly caption: string;
  readonly header: readonly string[];
  readonly cells: readonly string[];
  readonly note: string | null;
}

/** A note marker taken out of the text: where it stood and the endnote it points to. */
export interface NoteLink {
  /** Offset into the passage's text just after the marked word. */
  readonly at: number;
  readonly number: number;
  /** The endnote's passage. */
  readonly passageId: string;
}

/** The unit of retrieval and citation. */
export interface Passage {
  /** Content hash: the same text at the same place always has the same id. */
  readonly id: string;
  readonly kind: PassageKind;
  readonly documentId: string;
  /** Position in reading order, 0-based over the whole corpus. */
  readonly order: number;
  /** Canonical text; inline Markdown of the source (`*italic*`, `\$`) is kept as it stands. */
  readonly text: string;
  /** Source ranges that spell `text` (see `rebuild`). */
  readonly segments: readonly Segment[];
  /** Sentences of `text`, in order, without the white space between them. */
  readonly sentences: readonly Span[];
  /** Index into the corpus's chapters. */
  readonly chapter: number;
  /** Headings from the top of the chapter down to this passage; empty at the chapter's top. */
  readonly section: readonly string[];
  readonly list: ListPlace | null;
  readonly table: TablePlace | null;
  readonly notes: readonly NoteLink[];
}

/** Text of one sentence of a passage. */
export function sentenceText(passage: Passage, sentence: Span): string {
  return passage.text.slice(sentence.start, sentence.end);
}

/** Kinds that answer questions about the report's content, and so enter the main retrieval views. */
export function isContent(kind: PassageKind): boolean {
  return kind !== "endnote" && kind !== "contents-entry" && kind !== "byline" && kind !== "figure-source";
}
