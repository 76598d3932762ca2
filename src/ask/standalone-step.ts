import {
  condensedQuestion,
  standaloneQuestion,
  type ReadHistory,
  type StandaloneTools,
} from "../converse/index.ts";
import type { Standalone } from "../domain/standalone.ts";
import type { Condenser } from "../ports/condenser.ts";

export interface StandaloneDeps {
  readonly tools: StandaloneTools;
  /** Instead of the rules, which are the fallback. */
  readonly condenser: Condenser | null;
  /** Whether a text is anticipated: it means something alone then. */
  readonly anticipated: (text: string) => boolean;
  /** Told why the condenser's question was not taken. */
  readonly onFallback: (error: unknown) => void;
}

/** Makes a question standalone, as far as it is not; `fallback` tells that the condenser could not. */
export type MakeStandalone = (
  text: string,
  before: ReadHistory,
  signal?: AbortSignal,
) => Promise<Standalone & { readonly fallback: boolean }>;

export function createMakeStandalone(deps: StandaloneDeps): MakeStandalone {
  const { tools, condenser, anticipated, onFallback } = deps;
  const byRules = (text: string, { turns }: ReadHistory): Standalone =>
    standaloneQuestion(text, turns, tools);
  return async (text, before, signal) => {
    if (anticipated(text)) return { text, leans: false, added: false, fallback: false };
    if (condenser === null || before.turns.length === 0) return { ...byRules(text, before), fallback: false };
    try {
      return { ...(await condensedQuestion(text, before.spoken, condenser, signal)), fallback: false };
    } catch (error) {
      signal?.throwIfAborted();
      onFallback(error);
      return { ...byRules(text, before), fallback: true };
    }
  };
}
