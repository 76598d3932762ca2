import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { createAssistant, type Assistant, type WritingDeps } from "../ask.ts";
import type { Condenser } from "../ports/condenser.ts";
import type { CrossEncoder } from "../ports/cross-encoder.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { createRetriever } from "../retrieve/index.ts";
import type { Settings } from "./settings.ts";

export interface AssistantExtras {
  readonly crossEncoder?: CrossEncoder | null;
  readonly condenser?: Condenser | null;
  readonly writing?: WritingDeps | null;
  /** Told why a follow-up was not rewritten by the language model. */
  readonly onFallback?: (error: unknown) => void;
}

/** The assistant over a loaded index. */
export function assistantFor(
  index: SearchIndex,
  encoder: Encoder,
  settings: Settings,
  { crossEncoder = null, condenser = null, writing = null, onFallback }: AssistantExtras = {},
): Assistant {
  const threshold = settings.ABSTAIN_THRESHOLD;
  return createAssistant({
    index,
    analyzer: createEnglishAnalyzer(),
    retriever: createRetriever(index, encoder, { crossEncoder }),
    publicUrl: settings.PUBLIC_URL,
    condenser,
    writing,
    ...(onFallback ? { onFallback } : {}),
    ...(threshold === undefined ? {} : { composer: { threshold } }),
  });
}
