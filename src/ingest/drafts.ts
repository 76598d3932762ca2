import type { PassageKind, TablePlace } from "../domain/passage.ts";
import type { Span } from "../domain/span.ts";
import type { Block, ListBlock, ParsedChapter } from "./blocks.ts";
import type { Canonical, FoundMarker } from "./canonical.ts";
import { chunkParagraphs, chunkWhole, type Chunk } from "./chunks.ts";
import { leadInOf } from "./lead-ins.ts";
import { createSectionPath } from "./section-path.ts";

/** A passage before it has an id and a place in reading order. */
export interface Draft {
  readonly kind: PassageKind;
  readonly piece: Canonical;
  readonly sentences: readonly Span[];
  readonly section: readonly string[];
  readonly list: ListDraft | null;
  readonly table: TablePlace | null;
  /** The endnote's number; null for everything else. */
  readonly note: number | null;
  /** Markers of a heading right above: they count from the passage's first character. */
  readonly headingMarkers: readonly FoundMarker[];
}

export interface ListDraft {
  readonly block: ListBlock;
  readonly index: number;
  readonly leadIn: string;
  /** Source end of the lead-in sentence; the passage that holds it is looked up by it. Null for headings. */
  readonly leadInEnd: number | null;
}

/** A heading and the source offset where its first passage can begin. */
export interface HeadingDraft extends Span {
  readonly level: number;
  readonly text: string;
}

/** Paragraphs next to each other, waiting to be cut into passages. */
interface Run {
  readonly kind: PassageKind;
  readonly section: readonly string[];
  readonly pieces: readonly Canonical[];
}
const NO_RUN: Run = { kind: "prose", section: [], pieces: [] };

/** Cuts a chapter's blocks into passages; paragraphs next to each other in one section may share one. */
export function draftPassages(chapter: ParsedChapter): { drafts: Draft[]; headings: HeadingDraft[] } {
  const drafts: Draft[] = [];
  const headings: HeadingDraft[] = [];
  const path = createSectionPath();
  let headingMarkers: readonly FoundMarker[] = [];
  let run: Run = NO_RUN;

  const add = (chunk: Chunk, draft: Pick<Draft, "kind" | "section"> & Partial<Draft>): void => {
    drafts.push({ list: null, table: null, note: null, ...draft, ...chunk, headingMarkers });
    headingMarkers = [];
  };
  const flush = (): void => {
    const { kind, section, pieces } = run;
    for (const chunk of chunkParagraphs(pieces)) add(chunk, { kind, section });
    run = NO_RUN;
  };

  for (const block of chapter.blocks) {
    const section = block.type === "paragraph" ? (block.section ?? path.current()) : path.current();
    const goesOn = block.type === "paragraph" && run.kind === block.kind && run.section === section;
    if (!goesOn) flush();
    if (block.type === "paragraph") run = { kind: block.kind, section, pieces: [...run.pieces, block.piece] };
    else if (block.type === "heading") {
      path.enter(block.level, block.piece.text);
      headingMarkers = [...headingMarkers, ...block.piece.markers];
      headings.push({ level: block.level, text: block.piece.text, start: block.start, end: block.end });
    } else {
      for (const [chunk, draft] of draftsOf(block, chapter.blocks)) add(chunk, { section, ...draft });
      if (block.type === "list") path.leaveList();
    }
  }
  flush();
  return { drafts, headings };
}

type OwnDraft = Pick<Draft, "kind"> & Partial<Draft>;

function draftsOf(
  block: Exclude<Block, { type: "heading" | "paragraph" }>,
  blocks: readonly Block[],
): [Chunk, OwnDraft][] {
  if (block.type === "whole") return [[chunkWhole(block.piece, block.sentences), { kind: block.kind }]];
  if (block.type === "note")
    return [[chunkWhole(block.piece, false), { kind: "endnote", note: block.number }]];
  if (block.type === "list") {
    const { leadIn, leadInEnd } = leadInOf(blocks, block);
    return block.items.map((item, index) => [
      chunkWhole(item, true),
      { kind: block.kind, list: { block, index, leadIn, leadInEnd } },
    ]);
  }
  const { header, notes } = block;
  const place = {
    caption: block.caption.text,
    header,
    note: notes.map((note) => note.text).join(" ") || null,
  };
  return [
    ...block.rows.map(({ piece, cells }): [Chunk, OwnDraft] => [
      chunkWhole(piece, false),
      { kind: "table-row", table: { ...place, cells } },
    ]),
    ...notes.map((note): [Chunk, OwnDraft] => [chunkWhole(note, false), { kind: "table-note" }]),
  ];
}
