import { sentenceText, type Passage } from "../domain/passage.ts";
import { plainText } from "../domain/plain-text.ts";
import type { Span } from "../domain/span.ts";
import { tableRowText } from "../domain/table-text.ts";
import type { DraftPart } from "./draft.ts";

type Layout = Extract<DraftPart, { kind: "cited" }>["layout"];

/** A part that says a span of a passage in the report's own words. */
export function quoteSpan(passage: Passage, span: Span, layout: Layout = "sentence", frame = ""): DraftPart {
  return {
    kind: "cited",
    frame,
    text: plainText(passage.text.slice(span.start, span.end)),
    evidence: { passage, span },
    check: "verbatim",
    layout,
  };
}

/** A part that says a whole passage: a table row with its header's words, anything else as it stands. */
export function quotePassage(passage: Passage, layout: Layout = "sentence", frame = ""): DraftPart {
  const span = { start: 0, end: passage.text.length };
  if (!passage.table) return quoteSpan(passage, span, layout, frame);
  return {
    kind: "cited",
    frame,
    text: `${tableRowText(passage.table)}.`,
    evidence: { passage, span },
    check: "table-row",
    layout,
  };
}

/** A part that says sentences `from` to `to` (inclusive) of a passage as one quote. */
export function quoteSentences(
  passage: Passage,
  from: number,
  to: number,
  layout: Layout = "sentence",
  frame = "",
): DraftPart {
  if (passage.table) return quotePassage(passage, layout, frame);
  const first = passage.sentences[from];
  const last = passage.sentences[to];
  if (!first || !last) throw new RangeError(`passage ${passage.id} has no sentences ${from} to ${to}`);
  return quoteSpan(passage, { start: first.start, end: last.end }, layout, frame);
}

/** Text of one sentence by position; empty when there is none. */
export function textOfSentence(passage: Passage, sentence: number): string {
  const span = passage.sentences[sentence];
  return span ? plainText(sentenceText(passage, span)) : "";
}
