import type { Span } from "../domain/span.ts";

/** Whether spans are ordered, disjoint, not empty, and leave out nothing but white space of `text`. */
export function isSentenceOrder(spans: readonly Span[], text: string): boolean {
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at || end <= start || end > text.length || text.slice(at, start).trim() !== "") return false;
    at = end;
  }
  return text.slice(at).trim() === "";
}
