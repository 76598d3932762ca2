import type { SearchIndex } from "../ports/search-index.ts";

/** How near passages count to one that was quoted, by how many stand between: itself, the next ones, those after. */
const CLOSENESS = [1, 0.8, 0.6];

/**
 * Passages beside those that were quoted, of the same chapter, the nearest first, with how near they are: 0 to 1. What a
 * follow-up asks for often stands there.
 */
export function nearQuoted(quoted: readonly string[], index: SearchIndex): Map<string, number> {
  const near = new Map<string, number>();
  CLOSENESS.forEach((closeness, away) => {
    for (const id of quoted) {
      const own = index.passage(id);
      if (!own) continue;
      for (const at of new Set([own.order + away, own.order - away])) {
        const other = index.corpus.passages[at];
        if (other?.chapter === own.chapter && !near.has(other.id)) near.set(other.id, closeness);
      }
    }
  });
  return near;
}
