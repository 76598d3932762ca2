import type { RateLimitBinding } from "../../adapters/worker/binding-rate-limiter.ts";
import type { D1Binding } from "../../adapters/worker/d1-database.ts";
import type { AssetFetcher } from "../../adapters/worker/read-asset.ts";
import type { VectorizeBinding } from "../../adapters/worker/vectorize-index.ts";
import type { EmbeddingAi } from "../../adapters/worker/workers-ai-encoder.ts";

/** What wrangler.toml binds. Settings and secrets stand beside the bindings, as strings under the names of SETTINGS. */
export interface WorkerEnv {
  readonly ASSETS: AssetFetcher;
  /** Keeps conversations, feedback and what Slack asked for; without it nothing is kept and Slack is off. */
  readonly DB?: D1Binding;
  /** Limits how much one client may ask; without it nobody is limited. */
  readonly RATE_LIMITER?: RateLimitBinding;
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
