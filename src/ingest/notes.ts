import { spanOf, type Block, type NoteBlock } from "./blocks.ts";
import { canonical, joinCanonical, type FoundMarker } from "./canonical.ts";
import { NOTE_LINE } from "./line-shapes.ts";
import type { Line } from "./lines.ts";

/**
 * Reads endnotes from `at` to the end of the lines: "[n] ..." or "- [n] ...". A line without a number belongs to
 * the note before it; lines before the first note are left to the caller (`next` stays at `at` then).
 */
export function readNotes(
  source: string,
  lines: readonly Line[],
  at: number,
): { notes: NoteBlock[]; next: number } {
  const notes: NoteBlock[] = [];
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line || line.text === "") continue;
    const opening = NOTE_LINE.exec(line.text);
    const last = notes.at(-1);
    if (opening) {
      const piece = canonicalNote(source, line.start + opening[0].length, line.end);
      notes.push({ type: "note", number: Number(opening[1]), piece, start: line.start, end: line.end });
    } else if (last) {
      const piece = joinCanonical([last.piece, canonicalNote(source, line.start, line.end)], " ");
      notes[notes.length - 1] = { ...last, piece, end: spanOf(piece).end };
    } else break;
  }
  return { notes, next };
}

/** Notes carry no markers of their own: a superscript in a title or an address stands as it is. */
function canonicalNote(source: string, start: number, end: number): ReturnType<typeof canonical> {
  return canonical(source, { start, end }, { markers: false });
}

/**
 * Which markers of a chapter, in reading order, point to its endnotes. Numbers rise through a chapter: a marker that
 * falls back to a number already seen belongs to a quoted text's own notes, and one without an endnote to nothing.
 */
export function linkMarkers(markers: readonly FoundMarker[], notes: ReadonlySet<number>): Set<FoundMarker> {
  const linked = new Set<FoundMarker>();
  const seen = new Set<number>();
  let latest = 0;
  for (const marker of markers) {
    if (!notes.has(marker.number)) continue;
    if (seen.has(marker.number) && marker.number < latest) continue;
    linked.add(marker);
    seen.add(marker.number);
    latest = Math.max(latest, marker.number);
  }
  return linked;
}

/** All markers of some blocks in reading order. */
export function markersOf(blocks: readonly Block[]): FoundMarker[] {
  return blocks.flatMap((block) => {
    if (block.type === "list") return block.items.flatMap((item) => [...item.markers]);
    if (block.type === "table") return [block.caption, ...block.notes].flatMap((piece) => [...piece.markers]);
    return block.type === "note" ? [] : [...block.piece.markers];
  });
}
