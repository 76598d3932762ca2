import { afterEach, describe, expect, it } from "vitest";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import {
  startScriptedModel,
  type Script,
  type ScriptedModel,
} from "../adapters/node/scripted-model.fixture.ts";
import { askResponseSchema } from "../domain/contract.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { readEvents } from "../serve/read-events.fixture.ts";
import { askInit } from "../serve/test-app.fixture.ts";
import { chatModelSettings, languageModelFor } from "./language-model.ts";
import { readPrompt as prompt } from "../adapters/node/prompt-file.ts";
import { assistantFor } from "./assistant-for.ts";
import { createServiceMetrics } from "./server.ts";
import { readSettings } from "./settings.ts";
import { createTestServers, until } from "./test-servers.fixture.ts";

const { start, closeAll } = createTestServers();
let scripted: ScriptedModel | null = null;
afterEach(async () => {
  await closeAll();
  scripted?.close();
});

const QUESTION = { question: "When were boats lost in the gale?" };
const BOATS = "In March 2019 the gale cost the village twelve boats.";
const boats = (prompt: string): string =>
  `${BOATS} [${/"key":"(\w+)"[^\n]*Twelve boats/u.exec(prompt)?.[1] ?? ""}]`;

/** A server over the village with the model that some settings name, everything as the command line wires it. */
async function serve(script: Script, env: Record<string, string> = {}) {
  const model = (scripted = await startScriptedModel(script));
  const anthropic = env["LLM_PROVIDER"] === "anthropic";
  const settings = readSettings({
    LLM_BASE_URL: anthropic ? model.anthropicUrl : model.baseUrl,
    LLM_MODEL: "scripted",
    LLM_API_KEY: "sk-secret",
    ABSTAIN_THRESHOLD: "0.05",
    ...env,
  });
  const metrics = createServiceMetrics();
  const encoder = createFakeEncoder(256);
  const languageModel = await languageModelFor(
    settings,
    { encoder, prompt },
    {
      onLookup: (found) => {
        metrics.count("answer_cache_lookups_total", { result: found ? "hit" : "miss" });
      },
    },
  );
  const assistant = assistantFor(await villageIndex([]), encoder, settings, {
    ...languageModel,
  });
  return { ...(await start({ assistant: Promise.resolve(assistant), metrics })), model };
}

describe("the settings of a language model", () => {
  it.each([
    [{}, false],
    [{ LLM_MODEL: "m" }, false],
    [{ LLM_BASE_URL: "http://127.0.0.1:1/v1" }, false],
    [{ LLM_MODEL: "m", LLM_BASE_URL: "http://127.0.0.1:1/v1" }, true],
    [{ LLM_MODEL: "m", LLM_API_KEY: "k", LLM_PROVIDER: "anthropic" }, true],
  ])("%j: %s", async (env, there) => {
    const settings = readSettings(env);
    expect(chatModelSettings(settings) !== null).toBe(there);
    expect((await languageModelFor(settings, { encoder: createFakeEncoder(), prompt })) !== null).toBe(there);
  });
});

describe("a service with a language model", () => {
  it.each(["openai", "anthropic"])("answers by it over %s, as JSON and as a stream", async (provider) => {
    const { url, model } = await serve(boats, { LLM_PROVIDER: provider });
    const json = askResponseSchema.parse(await (await fetch(`${url}/ask`, askInit(QUESTION))).json());
    expect(json).toMatchObject({
      answer: `${BOATS} [1]`,
      composer: "llm",
      promptVersion: "answer@2 repair@1",
    });
    expect(model.keys[0]).toContain("sk-secret");
    const stream = await fetch(`${url}/ask`, askInit(QUESTION, { Accept: "text/event-stream" }));
    const events = readEvents(await stream.text());
    expect(events.map(({ event }) => event)).toEqual(["meta", "citation", "delta", "done"]);
    const done = askResponseSchema.parse(events.at(-1)?.data);
    expect({ ...done, id: "", conversationId: "", timings: null }).toEqual({
      ...json,
      id: "",
      conversationId: "",
      timings: null,
    });
    // The second was remembered, and the metrics tell.
    expect(model.prompts).toHaveLength(1);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('answer_cache_lookups_total{result="hit"} 1');
    expect(metrics).toContain('answer_cache_lookups_total{result="miss"} 1');
    expect(metrics).toContain('answers_total{composer="llm",outcome="answered"} 2');
  });

  it("sends the first sentence while the model still writes, and ends the call when the client goes", async () => {
    const { url, model } = await serve((prompt) => ({
      pieces: [`${boats(prompt)}\n`],
      then: "hang",
    }));
    const client = new AbortController();
    const stream = await fetch(`${url}/ask`, {
      ...askInit(QUESTION, { Accept: "text/event-stream" }),
      signal: client.signal,
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("event: delta")) text += (await reader?.read())?.value ?? "";
    expect(text).toContain(BOATS);
    expect(model.abandoned).toBe(0);
    client.abort();
    await until(() => model.abandoned === 1);
  });

  it("gives the report's own words in time when the model hangs", async () => {
    const { url } = await serve(() => null, { LLM_TIMEOUT_MS: "100" });
    const json = askResponseSchema.parse(await (await fetch(`${url}/ask`, askInit(QUESTION))).json());
    expect(json).toMatchObject({
      answer: "Twelve boats were lost in the gale of March 2019. [1]",
      composer: "extractive",
      notices: ["fallback_extractive"],
    });
  });
});
