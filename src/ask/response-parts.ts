import { round4 } from "../compose/index.ts";
import { LIMITS, type AskResponse, type Citation } from "../domain/contract.ts";
import type { Passage } from "../domain/passage.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";

/** The passages that an answer quotes, or those shown instead. */
export function quotedOrNearest(
  citations: readonly Citation[],
  nearest: readonly { readonly passage: Passage }[],
  index: SearchIndex,
): Passage[] {
  const quoted = citations.flatMap(({ passageId }) => index.passage(passageId) ?? []);
  return quoted.length > 0 ? [...new Set(quoted)] : nearest.map(({ passage }) => passage);
}

/** What retrieval found and what was decided by, as a response shows it. */
export function traceOf(
  retrieval: Retrieval,
  signals: Readonly<Record<string, number>>,
): NonNullable<AskResponse["trace"]> {
  return {
    ranked: retrieval.candidates.slice(0, LIMITS.tracedPassages).map((c) => ({
      passageId: c.passage.id,
      score: round4(c.score),
      views: Object.fromEntries(Object.entries(c.ranks).map(([view, rank]) => [view, round4(1 / rank)])),
    })),
    signals: Object.fromEntries(Object.entries(signals).map(([name, value]) => [name, round4(value)])),
  };
}

/** Milliseconds to a tenth. */
export function round1(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
