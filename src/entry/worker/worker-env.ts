import type { AssetFetcher } from "../../adapters/worker/read-asset.ts";
import type { VectorizeBinding } from "../../adapters/worker/vectorize-index.ts";
import type { EmbeddingAi } from "../../adapters/worker/workers-ai-encoder.ts";

/** What wrangler.toml binds. Settings and secrets stand beside the bindings, as strings under the names of SETTINGS. */
export interface WorkerEnv {
  readonly ASSETS: AssetFetcher;
  /** For indexes that outgrow an isolate (docs/large-corpora.md). */
  readonly AI?: EmbeddingAi;
  readonly VECTORS?: VectorizeBinding;
}

/** The settings among the bindings. */
export function settingsIn(env: WorkerEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
