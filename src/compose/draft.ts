import type { Citation } from "../domain/contract.ts";
import type { Passage } from "../domain/passage.ts";
import type { Span } from "../domain/span.ts";

/** The words of the report a part of the answer stands on. */
export interface Evidence {
  readonly passage: Passage;
  readonly span: Span;
}

/** A line of an answer: words of the report with their evidence, or framing that adds no fact. */
export type DraftPart =
  | {
      readonly kind: "cited";
      /** Framing before the report's words ("Chapter 1 reports: "). */
      readonly frame: string;
      /** Whether the report's words stand in quotation marks: they are in another language than the frame. */
      readonly quoted?: boolean;
      readonly text: string;
      readonly evidence: Evidence;
      readonly check: Citation["check"];
      readonly layout: "sentence" | "bullet" | "line";
    }
  | { readonly kind: "frame"; readonly text: string };

/** An answer before markers are given out. */
export interface Draft {
  readonly parts: readonly DraftPart[];
  readonly notices: readonly ("as_of" | "figures_differ")[];
}
