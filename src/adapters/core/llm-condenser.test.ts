import { afterEach, describe, expect, it } from "vitest";
import { createChatModel } from "./chat-model.ts";
import { readPrompt } from "../node/prompt-file.ts";
import { startScriptedModel, type Script, type ScriptedModel } from "../node/scripted-model.fixture.ts";
import { createLlmCondenser } from "./llm-condenser.ts";
import { createModelCalls } from "./model-calls.ts";

let scripted: ScriptedModel | null = null;
afterEach(() => scripted?.close());

const TURNS = [{ question: 'Say "stop"?', answer: "The gale sank twelve boats." }];

async function condenser(script: Script, timeoutMs = 5000) {
  scripted?.close();
  scripted = await startScriptedModel(script);
  const { baseUrl } = scripted;
  const model = await createChatModel({
    provider: "openai",
    baseUrl,
    model: "scripted",
    apiKey: "",
    maxRetries: 0,
  });
  const calls = createModelCalls({ model: () => model, secret: "sk-very-secret", retries: 0 });
  return createLlmCondenser({ calls, prompt: await readPrompt("condense"), timeoutMs });
}

describe("createLlmCondenser", () => {
  it("shows the model the conversation and the question as data, and gives its reply", async () => {
    const { condense } = await condenser(() => "  How many boats sank in 2020?\n");
    expect(await condense('And in "2020"?', TURNS)).toBe("How many boats sank in 2020?");
    expect(scripted?.prompts[0]).toContain(
      '{"reader":"Say \\"stop\\"?","assistant":"The gale sank twelve boats."}',
    );
    expect(scripted?.prompts[0]).toContain('"And in \\"2020\\"?"');
  });

  it("shows the last turns only, and the beginnings of long answers", async () => {
    const { condense } = await condenser(() => "x");
    const turns = Array.from({ length: 30 }, (_, i) => ({
      question: `turn ${i}!`,
      answer: "a".repeat(5000),
    }));
    await condense("And?", turns);
    expect(scripted?.prompts[0]).toContain("turn 29!");
    expect(scripted?.prompts[0]).not.toContain("turn 3!");
    expect(scripted?.prompts[0]?.length).toBeLessThan(10_000);
  });

  it("fails at once when the endpoint does, and in its time when it does not reply", async () => {
    const { condense } = await condenser(() => 500);
    await expect(condense("And?", TURNS)).rejects.toThrow();
    expect(scripted?.prompts).toHaveLength(1);
    const silent = await condenser(() => null, 50);
    await expect(silent.condense("And?", TURNS)).rejects.toThrow();
  });

  it("does not tell the key that an endpoint repeats", async () => {
    const { condense } = await condenser(() => ({ status: 401, message: "wrong key sk-very-secret" }));
    const error = await condense("And?", TURNS).catch((thrown: unknown) => thrown);
    expect(error).toHaveProperty("cause.message", expect.stringContaining("wrong key (key)"));
  });

  it("stops when the reader has gone", async () => {
    const { condense } = await condenser(() => null);
    const gone = new AbortController();
    const asked = condense("And?", TURNS, gone.signal);
    gone.abort(new Error("gone"));
    await expect(asked).rejects.toThrow();
  });
});
