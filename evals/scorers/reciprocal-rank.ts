import { holds, type EvidenceGroups, type SourceRange } from "./source-range.ts";

/** 1-based rank of the first passage with any of the evidence; null when none has. */
export function evidenceRank(ranked: readonly SourceRange[], groups: EvidenceGroups): number | null {
  const at = ranked.findIndex((passage) => groups.flat().some((evidence) => holds(passage, evidence)));
  return at < 0 ? null : at + 1;
}

/** 1 / rank of the first passage with evidence, 0 when there is none (Voorhees 1999, TREC-8 question answering). */
export function reciprocalRank(ranked: readonly SourceRange[], groups: EvidenceGroups): number {
  const rank = evidenceRank(ranked, groups);
  return rank === null ? 0 : 1 / rank;
}
