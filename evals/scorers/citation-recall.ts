import { quotes, type EvidenceGroups, type SourceRange } from "./source-range.ts";

/**
 * Share of the evidence groups that an answer's citations quote, 0 to 1 (citation recall of ALCE, Gao et al. 2023, with
 * annotated evidence in the place of an entailment model).
 */
export function citationRecall(cited: readonly (readonly SourceRange[])[], groups: EvidenceGroups): number {
  const ranges = cited.flat();
  const found = groups.filter((group) =>
    group.some((evidence) => ranges.some((range) => quotes(range, evidence))),
  );
  return groups.length === 0 ? 0 : found.length / groups.length;
}
