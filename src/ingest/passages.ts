import type { SectionHeading } from "../domain/corpus.ts";
import type { ListPlace, NoteLink, Passage } from "../domain/passage.ts";
import type { ListBlock, ParsedChapter } from "./blocks.ts";
import type { FoundMarker } from "./canonical.ts";
import { draftPassages, type Draft, type HeadingDraft } from "./drafts.ts";
import { contentHash, createIdMaker } from "./ids.ts";
import { linkMarkers } from "./notes.ts";

/** A marker that points to no endnote of its chapter, with the words before it. */
export interface UnlinkedMarker {
  readonly chapter: number;
  readonly number: number;
  readonly after: string;
}

export interface DocumentPassages {
  readonly passages: readonly Passage[];
  readonly headings: readonly SectionHeading[];
  readonly unlinked: readonly UnlinkedMarker[];
}

interface Placed {
  readonly chapter: number;
  readonly draft: Draft;
  readonly id: string;
}

const SHOWN = 50;

/**
 * Turns the parsed chapters of one document into passages in reading order, with ids, note links and list places.
 * `firstChapter` and `firstOrder` are where the document begins in its corpus.
 */
export function buildPassages(
  documentId: string,
  chapters: readonly ParsedChapter[],
  first: { readonly chapter: number; readonly order: number } = { chapter: 0, order: 0 },
): DocumentPassages {
  const drafted = chapters.map(draftPassages);
  const makeId = createIdMaker();
  const placed: Placed[] = drafted
    .flatMap(({ drafts }, i) => drafts.map((draft) => ({ chapter: i, draft })))
    .sort((a, b) => startOf(a.draft) - startOf(b.draft))
    .map(({ chapter, draft }) => {
      const title = chapters[chapter]?.chapter.title ?? "";
      return {
        chapter,
        draft,
        id: makeId([documentId, draft.kind, title, ...draft.section, draft.piece.text]),
      };
    });
  const links = drafted.map((_, i) => linkChapter(placed.filter((p) => p.chapter === i)));
  const passages = placed.map(({ chapter, draft, id }, i): Passage => ({
    id,
    kind: draft.kind,
    documentId,
    order: first.order + i,
    text: draft.piece.text,
    segments: draft.piece.segments,
    sentences: draft.sentences,
    chapter: first.chapter + chapter,
    section: draft.section,
    list: listPlace(draft, chapter, placed, documentId),
    table: draft.table,
    notes: links[chapter]?.notes.get(draft) ?? [],
  }));
  return {
    passages,
    headings: drafted.flatMap(({ headings }, i) =>
      headings.map((heading) => placeHeading(heading, documentId, first.chapter + i, passages)),
    ),
    unlinked: links.flatMap(({ unlinked }, i) => unlinked.map((u) => ({ chapter: first.chapter + i, ...u }))),
  };
}

function linkChapter(placed: readonly Placed[]): {
  notes: Map<Draft, NoteLink[]>;
  unlinked: Omit<UnlinkedMarker, "chapter">[];
} {
  const ids = new Map(
    placed.flatMap(({ draft, id }) => (draft.note === null ? [] : [[draft.note, id] as const])),
  );
  const all = placed.flatMap(({ draft }) => [...draft.headingMarkers, ...draft.piece.markers]);
  const inReadingOrder = all.sort((a, b) => a.source - b.source);
  const linked = linkMarkers(inReadingOrder, new Set(ids.keys()));
  const link = (marker: FoundMarker, at: number): NoteLink[] => {
    const passageId = linked.has(marker) ? ids.get(marker.number) : undefined;
    return passageId === undefined ? [] : [{ at, number: marker.number, passageId }];
  };
  const notes = placed.map(({ draft }): [Draft, NoteLink[]] => [
    draft,
    [
      ...draft.headingMarkers.flatMap((m) => link(m, 0)),
      ...draft.piece.markers.flatMap((m) => link(m, m.at)),
    ],
  ]);
  const unlinked = placed.flatMap(({ draft }) =>
    draft.piece.markers
      .filter((marker) => !linked.has(marker))
      .map(({ number, at }) => ({ number, after: draft.piece.text.slice(Math.max(0, at - SHOWN), at) })),
  );
  return { notes: new Map(notes), unlinked };
}

function listPlace(
  draft: Draft,
  chapter: number,
  placed: readonly Placed[],
  documentId: string,
): ListPlace | null {
  if (!draft.list) return null;
  const { block, index, leadIn, leadInEnd } = draft.list;
  const holder = placed.find(
    (p) => p.chapter === chapter && p.draft.list?.block !== block && endOf(p.draft) === leadInEnd,
  );
  return {
    listId: listId(documentId, block),
    index,
    size: block.items.length,
    leadIn,
    leadInPassageId: holder?.id ?? null,
  };
}

function listId(documentId: string, block: ListBlock): string {
  return contentHash(
    JSON.stringify([documentId, "list", block.start, ...block.items.map((item) => item.text)]),
  );
}

function placeHeading(
  { level, text, start, end }: HeadingDraft,
  documentId: string,
  chapter: number,
  passages: readonly Passage[],
): SectionHeading {
  const under = passages.find((p) => p.chapter === chapter && (p.segments[0]?.start ?? 0) >= end);
  const order =
    under?.order ?? passages.findLast((p) => p.chapter === chapter)?.order ?? passages[0]?.order ?? 0;
  return { documentId, chapter, level, text, start, end, order };
}

function startOf(draft: Draft): number {
  return draft.piece.segments[0]?.start ?? 0;
}

function endOf(draft: Draft): number {
  return draft.piece.segments.at(-1)?.end ?? 0;
}
