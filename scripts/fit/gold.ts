import type { Passage } from "../../src/domain/passage.ts";
import { sourceExtent, type Span } from "../../src/domain/span.ts";

/** A question with what would answer it, as spans of the source. */
export interface GoldQuestion {
  readonly id: string;
  readonly text: string;
  /** False: the right thing is to abstain. */
  readonly answerable: boolean;
  /** Document the spans are in. */
  readonly documentId: string;
  /** Groups of evidence: any member of a group counts. Empty for unanswerable questions. */
  readonly evidence: readonly (readonly Span[])[];
  /** Passages that overlap these ranges are hidden, which makes the question unanswerable. */
  readonly hidden: readonly Span[];
  /** For a question that nothing answers: what it was written next to. */
  readonly near?: Span;
  /** Takes something false for granted; its evidence sets it right. */
  readonly falsePremise?: true;
  /** Worded like its evidence, or far from it; what is fitted weighs both the same. */
  readonly difficulty?: "easy" | "hard";
  /** What it counts for in a fit, beside the others of its set. Default 1. */
  readonly weight?: number;
  /** Whether retrieval figures are taken from it (not for questions about authors, contents, overviews). */
  readonly retrieval: boolean;
}

/** Whether a range of a passage says one of the group's spans: it covers the span, or lies inside it. */
export function says(passage: Passage, range: Span, documentId: string, group: readonly Span[]): boolean {
  if (passage.documentId !== documentId) return false;
  const said = sourceExtent(passage.segments, range);
  if (!said) return false;
  return group.some((gold) => {
    const common = Math.min(said.end, gold.end) - Math.max(said.start, gold.start);
    const covers = said.start <= gold.start && gold.end <= said.end;
    return covers || common >= 0.6 * (said.end - said.start);
  });
}

/** Whether a passage holds one of the group's spans, or the greater part of it. */
export function holds(passage: Passage, documentId: string, group: readonly Span[]): boolean {
  if (passage.documentId !== documentId) return false;
  const [first, last] = [passage.segments[0], passage.segments.at(-1)];
  if (!first || !last) return false;
  return group.some((gold) => {
    const common = Math.min(last.end, gold.end) - Math.max(first.start, gold.start);
    return common >= 0.5 * (gold.end - gold.start);
  });
}

/** Whether a passage overlaps a range of a document at all. */
export function overlaps(passage: Passage, documentId: string, range: Span): boolean {
  const [first, last] = [passage.segments[0], passage.segments.at(-1)];
  if (passage.documentId !== documentId || !first || !last) return false;
  return first.start < range.end && range.start < last.end;
}
