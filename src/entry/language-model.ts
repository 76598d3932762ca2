import { createLlmCondenser } from "../adapters/core/llm-condenser.ts";
import { createLlmWriter } from "../adapters/core/llm-writer.ts";
import { createLruAnswerCache } from "../adapters/core/lru-answer-cache.ts";
import { createModelCalls } from "../adapters/core/model-calls.ts";
import type { ChatModelSettings } from "../adapters/core/chat-model.ts";
import type { WritingDeps } from "../ask.ts";
import type { Written } from "../compose/index.ts";
import type { Condenser } from "../ports/condenser.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { Prompt } from "../ports/prompt.ts";
import type { Settings } from "./settings.ts";

/** How the settings reach a language model; null when they name none. */
export function chatModelSettings(settings: Settings): ChatModelSettings | null {
  const { LLM_PROVIDER: provider, LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = settings;
  const reachable = baseUrl !== "" || apiKey !== "";
  return model !== "" && reachable ? { provider, baseUrl, model, apiKey } : null;
}

/** What a language model does for an assistant. */
export interface LanguageModel {
  readonly condenser: Condenser;
  readonly writing: WritingDeps;
}

/** How far other answers than the likeliest may stray. */
const VARIED = 0.7;
/** Failures in a row, of single calls, before the model is left alone for a while. */
const FAILURES = 5;

export interface LanguageModelTools {
  readonly encoder: Encoder;
  /** Gives a prompt of prompts/ by its id. */
  readonly prompt: (id: string) => Promise<Prompt>;
}

/** The language model that the settings name, rewriting follow-ups and writing answers; null when they name none. */
export async function languageModelFor(
  settings: Settings,
  { encoder, prompt }: LanguageModelTools,
  told: Pick<WritingDeps, "onLookup" | "onFailure"> = {},
): Promise<LanguageModel | null> {
  const llm = chatModelSettings(settings);
  if (llm === null) return null;
  // Only where a model is named: clients of language models take their time to load.
  const { createChatModel } = await import("../adapters/core/chat-model.ts");
  const { LLM_TIMEOUT_MS: timeoutMs, LLM_CANDIDATES: candidates, LLM_CONTEXT: context } = settings;
  // Retries are the calls' own.
  const common = { ...llm, timeoutMs, maxRetries: 0 };
  const likeliest = await createChatModel(common);
  const varied = candidates > 1 ? await createChatModel({ ...common, temperature: VARIED }) : likeliest;
  const calls = createModelCalls({
    model: (variant) => (variant === 0 ? likeliest : varied),
    secret: llm.apiKey,
    failures: FAILURES * candidates,
  });
  const writer = createLlmWriter({
    calls,
    model: `${llm.provider} ${llm.baseUrl} ${llm.model}`,
    prompts: { answer: await prompt("answer"), repair: await prompt("repair") },
  });
  const cache = settings.LLM_CACHE === 0 ? null : createLruAnswerCache<Written>(settings.LLM_CACHE);
  return {
    condenser: createLlmCondenser({ calls, prompt: await prompt("condense") }),
    writing: { writer, encoder, context, candidates, timeoutMs, cache, ...told },
  };
}
