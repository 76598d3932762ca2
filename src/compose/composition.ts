import type { AbstentionReason } from "../domain/contract.ts";
import type { Draft } from "./draft.ts";
import type { Nearest } from "./nearest-passages.ts";

/** What composing came to: a draft to render, or the reason to abstain. */
export interface Composition {
  readonly draft: Draft | null;
  readonly reason: AbstentionReason | null;
  /** Said instead of a draft. */
  readonly message: string;
  readonly confidence: number;
  readonly nearest: readonly Nearest[];
  readonly signals: Readonly<Record<string, number>>;
}

export function answered(
  draft: Draft,
  confidence: number,
  signals: Readonly<Record<string, number>> = {},
): Composition {
  return { draft, reason: null, message: "", confidence, nearest: [], signals };
}

export function abstained(
  reason: AbstentionReason,
  message: string,
  given: Partial<Pick<Composition, "confidence" | "nearest" | "signals">> = {},
): Composition {
  return { draft: null, reason, message, confidence: 0, nearest: [], signals: {}, ...given };
}
