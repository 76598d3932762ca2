import { holds, type EvidenceGroups, type SourceRange } from "./source-range.ts";

/**
 * Normalised discounted cumulative gain at `k`, 0 to 1 (Järvelin & Kekäläinen 2002). A passage gains 1 for every
 * evidence group that no passage before it held, so that copies gain nothing (alpha-nDCG with alpha = 1: Clarke et al. 2008).
 * The ideal list finds one group a passage, or all of them in the first when that is what happened.
 */
export function ndcgAtK(ranked: readonly SourceRange[], groups: EvidenceGroups, k: number): number {
  const open = new Set(groups);
  const gains = ranked.slice(0, k).map((passage) => {
    const found = [...open].filter((group) => group.some((evidence) => holds(passage, evidence)));
    for (const group of found) open.delete(group);
    return found.length;
  });
  const rest = groups.length - gains.reduce((sum, gain) => sum + gain, 0);
  const ideal = [...gains.filter((gain) => gain > 0), ...new Array<number>(rest).fill(1)].sort(
    (a, b) => b - a,
  );
  const best = discounted(ideal.slice(0, k));
  return best === 0 ? 0 : discounted(gains) / best;
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
