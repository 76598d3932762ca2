import type { BaseChatModel } from "@langchain/core/language_models/chat_models";

export interface ChatModelSettings {
  /** `openai` speaks to any OpenAI-compatible endpoint. */
  readonly provider: "openai" | "anthropic";
  /** Of the endpoint, such as http://127.0.0.1:11434/v1; "" is the provider's own. */
  readonly baseUrl: string;
  readonly model: string;
  /** Empty for endpoints that ask for none. */
  readonly apiKey: string;
  /** Milliseconds for one reply. */
  readonly timeoutMs?: number;
  /** Times a failed call is made again. */
  readonly maxRetries?: number;
  /** 0, the default, leaves as little to chance as the endpoint can. */
  readonly temperature?: number;
}

/** Tokens of one reply at most: an answer is a few sentences. Anthropic's API asks for a number. */
const MAX_TOKENS = 2_000;

/** The clients' own words on standard error would stand beside the service's log. */
const QUIET = { logLevel: "off" } as const;

/** A model behind an OpenAI-compatible endpoint (OpenAI, Ollama, vLLM, LM Studio) or Anthropic's. Only the provider that is named is loaded. */
export async function createChatModel(settings: ChatModelSettings): Promise<BaseChatModel> {
  const { provider, baseUrl, model, apiKey, timeoutMs = 120_000, maxRetries = 3, temperature = 0 } = settings;
  // The clients refuse to start without a key, also where the endpoint asks for none.
  const key = apiKey === "" ? "none" : apiKey;
  const common = { model, apiKey: key, temperature, maxRetries };
  if (provider === "anthropic") {
    const { ChatAnthropic } = await import("@langchain/anthropic");
    return new ChatAnthropic({
      ...common,
      maxTokens: MAX_TOKENS,
      clientOptions: { timeout: timeoutMs, ...QUIET },
      ...(baseUrl === "" ? {} : { anthropicApiUrl: baseUrl }),
    });
  }
  const { ChatOpenAI } = await import("@langchain/openai");
  return new ChatOpenAI({
    ...common,
    timeout: timeoutMs,
    configuration: { ...QUIET, ...(baseUrl === "" ? {} : { baseURL: baseUrl }) },
  });
}
