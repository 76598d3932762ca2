import { createLlmCondenser } from "../adapters/core/llm-condenser.ts";
import { createLlmWriter } from "../adapters/core/llm-writer.ts";
import { createLruAnswerCache } from "../adapters/core/lru-answer-cache.ts";
import { createModelCalls } from "../adapters/core/model-calls.ts";
import type { ChatModelSettings } from "../adapters/node/chat-model.ts";
import type { WritingDeps } from "../ask.ts";
import type { Condenser } from "../ports/condenser.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { Settings } from "./settings.ts";

/** How the settings reach a language model; null when they name none. */
export function chatModelSettings(settings: Settings): ChatModelSettings | null {
  const { LLM_PROVIDER: provider, LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = settings;
  const reachable = baseUrl !== "" || apiKey !== "";
  return model !== "" && reachable ? { provider, baseUrl, model, apiKey } : null;
}

/** Rewrites follow-ups with the language model that the settings name; null when they name none. */
export async function condenserFor(settings: Settings): Promise<Condenser | null> {
  const llm = chatModelSettings(settings);
  if (llm === null) return null;
  const { createChatModel, readPrompt } = await loadAdapters();
  // Once: the rules are there at once when it fails.
  const model = await createChatModel({ ...llm, maxRetries: 0 });
  return createLlmCondenser({ model, prompt: await readPrompt("condense") });
}

/** How far other answers than the likeliest may stray. */
const VARIED = 0.7;

/** Writes answers with the language model that the settings name; null when they name none. */
export async function writingFor(
  settings: Settings,
  encoder: Encoder,
  told: Pick<WritingDeps, "onLookup" | "onFailure"> = {},
): Promise<WritingDeps | null> {
  const llm = chatModelSettings(settings);
  if (llm === null) return null;
  const { createChatModel, readPrompt } = await loadAdapters();
  const { LLM_TIMEOUT_MS: timeoutMs, LLM_CANDIDATES: candidates, LLM_CONTEXT: context } = settings;
  // Retries are the calls' own.
  const common = { ...llm, timeoutMs, maxRetries: 0 };
  const likeliest = await createChatModel(common);
  const varied = candidates > 1 ? await createChatModel({ ...common, temperature: VARIED }) : likeliest;
  return {
    writer: createLlmWriter({
      calls: createModelCalls({
        model: (variant) => (variant === 0 ? likeliest : varied),
        secret: llm.apiKey,
      }),
      model: `${llm.provider} ${llm.baseUrl} ${llm.model}`,
      prompts: { answer: await readPrompt("answer"), repair: await readPrompt("repair") },
    }),
    encoder,
    context,
    candidates,
    timeoutMs,
    cache: settings.LLM_CACHE === 0 ? null : createLruAnswerCache(settings.LLM_CACHE),
    ...told,
  };
}

/** Only where a model is named: clients of language models take their time to load. */
async function loadAdapters() {
  const [{ createChatModel }, { readPrompt }] = await Promise.all([
    import("../adapters/node/chat-model.ts"),
    import("../adapters/node/prompt-file.ts"),
  ]);
  return { createChatModel, readPrompt };
}
