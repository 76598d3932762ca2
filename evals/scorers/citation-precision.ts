import { quotes, type EvidenceGroups, type SourceRange } from "./source-range.ts";

/**
 * Share of an answer's citations that quote some of the evidence, 0 to 1 (citation precision of ALCE, Gao et al. 2023,
 * with annotated evidence in the place of an entailment model).
 * @param cited the source ranges of each citation's quote; at least one citation
 */
export function citationPrecision(
  cited: readonly (readonly SourceRange[])[],
  groups: EvidenceGroups,
): number {
  const right = cited.filter((ranges) =>
    ranges.some((range) => groups.flat().some((evidence) => quotes(range, evidence))),
  );
  return right.length / cited.length;
}
