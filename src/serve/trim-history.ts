import { LIMITS, type HistoryEntry } from "../domain/contract.ts";

/**
 * The newest entries of a conversation that the limits of the contract allow: at most 40, and at most 32 KiB
 * of UTF-8 counting contents and citations. Older ones are left out whole.
 */
export function trimHistory(history: readonly HistoryEntry[]): HistoryEntry[] {
  const encoder = new TextEncoder();
  const size = ({ content, citations = [] }: HistoryEntry): number =>
    [content, ...citations].reduce((sum, text) => sum + encoder.encode(text).length, 0);
  const newest = history.slice(-LIMITS.historyEntries);
  let bytes = 0;
  let from = newest.length;
  for (const entry of newest.toReversed()) {
    bytes += size(entry);
    if (bytes > LIMITS.historyBytes) break;
    from -= 1;
  }
  return newest.slice(from);
}
