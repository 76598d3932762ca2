import { expect, vi } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { createLlmWriter } from "../adapters/core/llm-writer.ts";
import { createModelCalls } from "../adapters/core/model-calls.ts";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { createChatModel } from "../adapters/core/chat-model.ts";
import { readPrompt } from "../adapters/node/prompt-file.ts";
import {
  startScriptedModel,
  type Script,
  type ScriptedModel,
} from "../adapters/node/scripted-model.fixture.ts";
import { createAssistant, type AskEvent, type WritingDeps } from "../ask.ts";
import { askRequestSchema, askResponseSchema, type AskRequest } from "../domain/contract.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";

let scripted: ScriptedModel | null = null;
/** Belongs into afterEach. */
export function closeScripted(): void {
  scripted?.close();
}

export const STORM = "When were boats lost in the gale?";
export const REPAIR = "A sentence of an answer about a report was checked";
export const BOATS = "In March 2019 the gale cost the village twelve boats.";
export const SAFE = "Nobody was hurt in the gale.";

export const PUPILS = "Pupils of Elmsby walk to school along the harbour wall.";

/** The key of the passage with some words, as the prompt gives it. */
export function keyOf(prompt: string, words: string): string {
  const line = prompt.split("\n").find((one) => one.startsWith('{"key"') && one.includes(words)) ?? "";
  return /"key":"(\w+)"/u.exec(line)?.[1] ?? "";
}
export const gale = (prompt: string): string => `[${keyOf(prompt, "Twelve boats")}]`;
export const says = (...sentences: readonly string[]): Script => {
  return (prompt) => sentences.map((sentence) => `${sentence} ${gale(prompt)}\n`).join("");
};

export async function start(script: Script, options: Partial<WritingDeps> = {}) {
  scripted?.close();
  const started = (scripted = await startScriptedModel(script));
  const model = await createChatModel({
    provider: "openai",
    baseUrl: started.baseUrl,
    model: "scripted",
    apiKey: "sk-secret",
    maxRetries: 0,
  });
  const encoder = createFakeEncoder(256);
  const index = await villageIndex([]);
  const onFailure = vi.fn<(error: unknown) => void>();
  let ids = 0;
  const assistant = createAssistant({
    index,
    analyzer: createEnglishAnalyzer(),
    retriever: createRetriever(index, encoder),
    composer: { threshold: 0.05 },
    newId: () => `id${(ids += 1)}`,
    writing: {
      writer: createLlmWriter({
        calls: createModelCalls({ model: () => model, secret: "sk-secret", backoffMs: 1 }),
        model: "scripted",
        prompts: { answer: await readPrompt("answer"), repair: await readPrompt("repair") },
      }),
      encoder,
      onFailure,
      ...options,
    },
  });
  const ask = async (question: string, given: Partial<AskRequest> = {}, signal?: AbortSignal) => {
    const events: AskEvent[] = [];
    const onEvent = (event: AskEvent): void => void events.push(event);
    const request = { ...askRequestSchema.parse({ question }), ...given };
    const response = await assistant.ask(request, { onEvent, ...(signal ? { signal } : {}) });
    const streamed = events.flatMap((event) => (event.type === "delta" ? [event.text] : []));
    // Whatever happens, what was streamed is the answer, and the answer fits the contract.
    expect(streamed.join("")).toBe(response.answer);
    askResponseSchema.parse(response);
    for (const { quote, text, start, end } of response.citations) expect(text.slice(start, end)).toBe(quote);
    return { response, events, streamed };
  };
  return { ask, started, onFailure, assistant };
}

/** What the same question gets without a model. */
export const EXTRACTIVE = "Twelve boats were lost in the gale of March 2019. [1]";
