import type { Citation } from "../../src/domain/contract.ts";
import { rebuild, type Segment } from "../../src/domain/span.ts";

/** What a citation's passage is made of. */
export interface PassageSource {
  readonly text: string;
  readonly segments: readonly Segment[];
}

export interface CitedAnswer {
  readonly answer: string;
  readonly citations: readonly Citation[];
}

const MARKER = /(?<!\\)\[(\d+)\](?!\()/gu;

/**
 * What is wrong with an answer's citations; nothing, for a valid answer. Markers are 1..n in the order of their first
 * appearance and each has its citation; a quote is the text between its offsets; the passage is spelled, character for
 * character, by its segments of the source. This project's promise (docs/design.md), so the share of valid
 * answers is always 1.
 * @param sourceOf the source file of a passage and what it is made of; undefined for an unknown id
 */
export function citationFaults(
  { answer, citations }: CitedAnswer,
  sourceOf: (passageId: string) => (PassageSource & { readonly source: string }) | undefined,
): string[] {
  const markers = [...new Set([...answer.matchAll(MARKER)].map(([, digits]) => Number(digits)))];
  const expected = citations.map((_, i) => i + 1);
  return [
    ...(same(markers, expected) ? [] : [`markers ${markers.join(" ")} for ${citations.length} citations`]),
    ...(same(
      citations.map(({ marker }) => marker),
      expected,
    )
      ? []
      : ["citations are not numbered 1 to n"]),
    ...citations.flatMap((citation) => quoteFaults(citation, sourceOf(citation.passageId))),
  ];
}

function quoteFaults(
  { marker, quote, text, start, end, passageId }: Citation,
  passage: (PassageSource & { readonly source: string }) | undefined,
): string[] {
  if (quote === "") return [`[${marker}] quotes nothing`];
  if (end - start !== quote.length || text.slice(start, end) !== quote)
    return [`[${marker}] is not its passage's ${start} to ${end}`];
  if (passage === undefined) return [`[${marker}] is of passage ${passageId}, which does not exist`];
  if (passage.text !== text) return [`[${marker}] has another text than passage ${passageId}`];
  return rebuild(passage.source, passage.segments) === text
    ? []
    : [`[${marker}] is not spelled by the source`];
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
