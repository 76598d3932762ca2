/** A stretch of a source file, `[start, end)` in UTF-16 units. */
export interface SourceRange {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** All groups are needed; within a group any range will do. */
export type EvidenceGroups = readonly (readonly SourceRange[])[];

/** Characters that two ranges have in common. */
export function commonLength(a: SourceRange, b: SourceRange): number {
  if (a.document !== b.document) return 0;
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Whether a passage holds the greater part of some evidence: what a reader of the passage would find. */
export function holds(passage: SourceRange, evidence: SourceRange): boolean {
  return commonLength(passage, evidence) > (evidence.end - evidence.start) / 2;
}

/** Whether a quote and some evidence are about the same words: more than half of the shorter one is in the other. */
export function quotes(quote: SourceRange, evidence: SourceRange): boolean {
  const shorter = Math.min(quote.end - quote.start, evidence.end - evidence.start);
  return commonLength(quote, evidence) > shorter / 2;
}
