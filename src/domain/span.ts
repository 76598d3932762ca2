/** A half-open range `[start, end)` of UTF-16 code units in some text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A piece of canonical text and the source range it comes from.
 * Without `as` the piece is the source slice itself; with `as` the range stands for that text
 * (a page break or a run of white space that reads as one space).
 * Source between two segments was taken out (a note marker).
 */
export interface Segment extends Span {
  readonly as?: string;
}

/** Rebuilds canonical text from its segments: the inverse of ingest's clean-up. */
export function rebuild(source: string, segments: readonly Segment[]): string {
  return segments.map((s) => s.as ?? source.slice(s.start, s.end)).join("");
}

/**
 * Maps a range of canonical text back to source ranges, in order, adjacent ones merged.
 * @throws RangeError when the range is not inside the text the segments spell.
 */
export function sourceSpans(segments: readonly Segment[], range: Span): Span[] {
  const out: { start: number; end: number }[] = [];
  let at = 0;
  for (const segment of segments) {
    const length = segment.as?.length ?? segment.end - segment.start;
    const from = Math.max(range.start, at);
    const to = Math.min(range.end, at + length);
    if (from < to) {
      const verbatim = segment.as === undefined;
      const start = verbatim ? segment.start + (from - at) : segment.start;
      const end = verbatim ? segment.start + (to - at) : segment.end;
      const last = out.at(-1);
      if (last?.end === start) last.end = end;
      else out.push({ start, end });
    }
    at += length;
  }
  if (range.start < 0 || range.end > at || range.start > range.end) {
    throw new RangeError(`range ${range.start}..${range.end} is outside a text of ${at} units`);
  }
  return out;
}

/** The source from the first to the last character of a range of canonical text; null for an empty one. */
export function sourceExtent(segments: readonly Segment[], range: Span): Span | null {
  const spans = sourceSpans(segments, range);
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
