import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { ChatOpenAI } from "@langchain/openai";

export interface ChatModelSettings {
  /** Of an OpenAI-compatible endpoint, such as http://127.0.0.1:11434/v1. */
  readonly baseUrl: string;
  readonly model: string;
  /** Empty for endpoints that ask for none. */
  readonly apiKey: string;
  /** Milliseconds for one reply. */
  readonly timeoutMs?: number;
  /** Times a failed call is made again. */
  readonly maxRetries?: number;
}

/** A model behind an OpenAI-compatible endpoint (OpenAI, Ollama, vLLM, LM Studio), asked without chance. */
export function createChatModel(settings: ChatModelSettings): BaseChatModel {
  const { baseUrl, model, apiKey, timeoutMs = 120_000, maxRetries = 3 } = settings;
  return new ChatOpenAI({
    model,
    // The client refuses to start without a key, also where the endpoint asks for none.
    apiKey: apiKey === "" ? "none" : apiKey,
    configuration: { baseURL: baseUrl },
    temperature: 0,
    timeout: timeoutMs,
    maxRetries,
  });
}
