import type { AskRequest, AskResponse, PassageView, SearchResponse } from "./domain/contract.ts";
import type { Corpus } from "./domain/corpus.ts";
import type { Passage } from "./domain/passage.ts";

/** The unit of streaming: text whose citations have been verified already. */
export type AskEvent =
  | { readonly type: "delta"; readonly text: string }
  | { readonly type: "citation"; readonly citation: AskResponse["citations"][number] };

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Called in order while the answer is made; what it was told is contained in the result. */
  readonly onEvent?: (event: AskEvent) => void;
}

/** The use case behind every entry point: HTTP, CLI, Slack and evals. */
export interface Assistant {
  ask(request: AskRequest, options?: AskOptions): Promise<AskResponse>;
  search(query: string, k: number): Promise<SearchResponse>;
  passage(id: string): Passage | null;
  view(passage: Passage, score: number): PassageView;
  readonly corpus: Corpus;
  /** Facts about the loaded index for /ready. */
  readonly indexInfo: { readonly id: string; readonly encoder: string; readonly passages: number };
}
