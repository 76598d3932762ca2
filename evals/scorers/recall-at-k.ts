import { holds, type EvidenceGroups, type SourceRange } from "./source-range.ts";

/**
 * Share of the evidence groups of which a member stands in the first `k` passages, 0 to 1 (Manning, Raghavan &
 * Schütze 2008, section 8.4, with a group as the unit: its members say the same).
 * @param ranked passages, best first
 */
export function recallAtK(ranked: readonly SourceRange[], groups: EvidenceGroups, k: number): number {
  const top = ranked.slice(0, k);
  const found = groups.filter((group) =>
    group.some((evidence) => top.some((passage) => holds(passage, evidence))),
  );
  return groups.length === 0 ? 0 : found.length / groups.length;
}
