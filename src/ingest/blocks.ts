import type { Chapter, PassageKind } from "../domain/passage.ts";
import type { Span } from "../domain/span.ts";
import type { Canonical } from "./canonical.ts";

/** A heading inside a chapter; `level` 1 for the chapter's own sections. */
export interface HeadingBlock extends Span {
  readonly type: "heading";
  readonly level: number;
  readonly piece: Canonical;
}

/** Running text, cut into passages later. `section` replaces the headings above (an author's name). */
export interface ParagraphBlock extends Span {
  readonly type: "paragraph";
  readonly kind: PassageKind;
  readonly piece: Canonical;
  readonly section?: readonly string[];
}

/** A block that is one passage as it stands; `sentences` says whether to split its sentences. */
export interface WholeBlock extends Span {
  readonly type: "whole";
  readonly kind: PassageKind;
  readonly piece: Canonical;
  readonly sentences: boolean;
}

/** Items of one list. `leadIn` is what it hangs on when the text around it does not tell: a box's caption, an item. */
export interface ListBlock extends Span {
  readonly type: "list";
  readonly kind: "list-item" | "box-item";
  readonly items: readonly Canonical[];
  readonly leadIn?: Canonical;
}

/** Rows of a table and the lines under it. */
export interface TableBlock extends Span {
  readonly type: "table";
  readonly caption: Canonical;
  readonly header: readonly string[];
  readonly rows: readonly { readonly piece: Canonical; readonly cells: readonly string[] }[];
  readonly notes: readonly Canonical[];
}

/** One endnote; `piece` is without its number. */
export interface NoteBlock extends Span {
  readonly type: "note";
  readonly number: number;
  readonly piece: Canonical;
}

export type Block = HeadingBlock | ParagraphBlock | WholeBlock | ListBlock | TableBlock | NoteBlock;

/** A sentence put together across a page break: the words around the break. */
export interface Join {
  readonly before: string;
  readonly after: string;
}

/** A pull quote or standfirst, and whether the running text says the same (then it is left out). */
export interface Repeat {
  readonly text: string;
  readonly repeatsBody: boolean;
}

/** A chapter taken apart; blocks in source order. */
export interface ParsedChapter {
  readonly chapter: Chapter;
  readonly blocks: readonly Block[];
  readonly joins: readonly Join[];
  readonly pullQuotes: readonly Repeat[];
  readonly standfirsts: readonly Repeat[];
}

/** Source range of a piece; {0, 0} for an empty one. */
export function spanOf(piece: Canonical): Span {
  return { start: piece.segments[0]?.start ?? 0, end: piece.segments.at(-1)?.end ?? 0 };
}
