import type { Segment, Span } from "../domain/span.ts";
import { findMarkers } from "./markers.ts";

/** A note marker taken out of the text. */
export interface FoundMarker {
  /** Offset into the canonical text just after the marked word. */
  readonly at: number;
  readonly number: number;
  /** Source offset of the marker. */
  readonly source: number;
}

/** Cleaned text with the source ranges that spell it. */
export interface Canonical {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly markers: readonly FoundMarker[];
}

export interface CleanUp {
  /** Whether to take note markers out; default true. */
  readonly markers?: boolean;
}

export const EMPTY: Canonical = { text: "", segments: [], markers: [] };

/**
 * The clean-up of one source range: note markers taken out, runs of white space read as one space,
 * white space at both ends left off. Nothing else changes; `rebuild(source, segments)` gives `text`.
 */
export function canonical(source: string, { start, end }: Span, options: CleanUp = {}): Canonical {
  const segments: Segment[] = [];
  const markers: FoundMarker[] = [];
  let text = "";
  const take = (from: number, to: number): void => {
    for (const match of source.slice(from, to).matchAll(/\s+|\S+/gu)) {
      const at = from + match.index;
      const space = /^\s/u.test(match[0]);
      if (space && (text === "" || text.endsWith(" "))) continue;
      append(segments, { start: at, end: at + match[0].length }, space && match[0] !== " " ? " " : null);
      text += space ? " " : match[0];
    }
  };
  let from = start;
  for (const marker of options.markers === false ? [] : findMarkers(source, start, end)) {
    take(from, marker.start);
    for (const number of marker.numbers) markers.push({ at: text.length, number, source: marker.start });
    from = marker.end;
  }
  take(from, end);
  return text.endsWith(" ")
    ? sliceCanonical({ text, segments, markers }, 0, text.length - 1)
    : { text, segments, markers };
}

/** A source range that stands as it is, white space and all: a table row. */
export function verbatim(source: string, { start, end }: Span): Canonical {
  return start === end ? EMPTY : { text: source.slice(start, end), segments: [{ start, end }], markers: [] };
}

/** Joins texts with `separator`; the source between two of them reads as the separator. Empty ones are left out. */
export function joinCanonical(parts: readonly Canonical[], separator: string): Canonical {
  const segments: Segment[] = [];
  const markers: FoundMarker[] = [];
  let text = "";
  for (const part of parts) {
    const first = part.segments[0];
    if (!first) continue;
    const last = segments.at(-1);
    if (last) {
      segments.push({ start: last.end, end: Math.max(last.end, first.start), as: separator });
      text += separator;
    }
    for (const marker of part.markers) markers.push({ ...marker, at: marker.at + text.length });
    segments.push(...part.segments);
    text += part.text;
  }
  return { text, segments, markers };
}

/** The part `[start, end)` of a canonical text. A marker stays with the word before it. */
export function sliceCanonical(whole: Canonical, start: number, end: number): Canonical {
  const segments: Segment[] = [];
  let at = 0;
  for (const segment of whole.segments) {
    const length = segment.as?.length ?? segment.end - segment.start;
    const from = Math.max(start, at) - at;
    const to = Math.min(end, at + length) - at;
    if (from < to) {
      segments.push(
        segment.as === undefined
          ? { start: segment.start + from, end: segment.start + to }
          : { ...segment, as: segment.as.slice(from, to) },
      );
    }
    at += length;
  }
  const markers = whole.markers
    .filter((m) => m.at <= end && (m.at > start || start === 0))
    .map((m) => ({ ...m, at: m.at - start }));
  return { text: whole.text.slice(start, end), segments, markers };
}

function append(segments: Segment[], span: Span, as: string | null): void {
  const last = segments.at(-1);
  if (as !== null) segments.push({ ...span, as });
  else if (last && last.as === undefined && last.end === span.start)
    segments[segments.length - 1] = { start: last.start, end: span.end };
  else segments.push({ ...span });
}
