import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "../../domain/errors.ts";
import { createChatModel } from "./chat-model.ts";
import { startScriptedModel, type Script, type ScriptedModel } from "../node/scripted-model.fixture.ts";
import { createModelCalls, type ModelCallsOptions } from "./model-calls.ts";

const KEY = "sk-very-secret";
let scripted: ScriptedModel | null = null;
afterEach(() => scripted?.close());

async function start(
  script: Script,
  options: Partial<ModelCallsOptions> = {},
  provider: "openai" | "anthropic" = "openai",
) {
  scripted?.close();
  const started = (scripted = await startScriptedModel(script));
  const baseUrl = provider === "openai" ? started.baseUrl : started.anthropicUrl;
  const model = await createChatModel({ provider, baseUrl, model: "scripted", apiKey: KEY, maxRetries: 0 });
  const calls = createModelCalls({ model: () => model, secret: KEY, backoffMs: 1, ...options });
  return { ...calls, started };
}

const signal = (): AbortSignal => new AbortController().signal;
const MESSAGES = [
  ["system", "Rules."],
  ["human", "Material."],
] as const;

async function all(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

function thrownBy(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

describe.each(["openai", "anthropic"] as const)("createModelCalls over %s", (provider) => {
  it("gives a reply, whole and in pieces, to rules and material", async () => {
    const { reply, stream, started } = await start(() => ({ pieces: ["One ", "two."] }), {}, provider);
    expect(await reply(MESSAGES, signal())).toBe("One two.");
    const pieces: string[] = [];
    for await (const piece of stream(MESSAGES, signal())) pieces.push(piece);
    expect(pieces.filter((piece) => piece !== "")).toEqual(["One ", "two."]);
    expect(started.prompts).toEqual(["Rules.\nMaterial.", "Rules.\nMaterial."]);
    expect(started.keys[0]).toContain(KEY);
  });

  it("tells nobody the key, also when the endpoint repeats it", async () => {
    const { reply } = await start(() => ({ status: 401, message: `wrong key ${KEY}` }), {}, provider);
    const error = await thrownBy(reply(MESSAGES, signal()));
    expect(error).toMatchObject({ code: "model_unavailable", retryable: false });
    expect(error).toHaveProperty("cause.message", expect.stringContaining("wrong key (key)"));
    const { message, stack, cause } = error instanceof AppError ? error : new Error("no error");
    expect(`${message} ${stack ?? ""} ${String(cause)} ${JSON.stringify(error)}`).not.toContain(KEY);
  });

  it.each([429, 500, 529])("makes a call that %i ended again, and gives up in the end", async (status) => {
    const { stream } = await start((_, call) => (call < 3 ? status : "Well."), {}, provider);
    expect(await all(stream(MESSAGES, signal()))).toBe("Well.");
    const { stream: never, started } = await start(() => status, {}, provider);
    await expect(all(never(MESSAGES, signal()))).rejects.toMatchObject({ code: "model_unavailable" });
    expect(started.prompts).toHaveLength(3);
  });

  it("makes a call that is refused for good only once", async () => {
    const { reply, started } = await start(() => 400, {}, provider);
    await expect(reply(MESSAGES, signal())).rejects.toMatchObject({ retryable: false });
    expect(started.prompts).toHaveLength(1);
  });

  it("does not wait longer than a reader would when it is told to", async () => {
    const busy = { status: 429, headers: { "retry-after": "3600" } };
    const { reply, started } = await start(() => busy, {}, provider);
    await expect(reply(MESSAGES, signal())).rejects.toMatchObject({ retryAfterSeconds: 3600 });
    expect(started.prompts).toHaveLength(1);
  });

  it("gives what came of a stream that breaks off, then the error", async () => {
    const { stream } = await start(() => ({ pieces: ["Half a ", "sentence"], then: "cut" }), {}, provider);
    let text = "";
    const reading = (async () => {
      for await (const piece of stream(MESSAGES, signal())) text += piece;
    })();
    await expect(reading).rejects.toMatchObject({ code: "model_unavailable" });
    expect(text).toBe("Half a sentence");
  });

  it("fails on what is no JSON", async () => {
    const { stream, reply } = await start(() => ({ pieces: ["Well."], then: "garbage" }), {}, provider);
    await expect(all(stream(MESSAGES, signal()))).rejects.toMatchObject({ code: "model_unavailable" });
    await expect(reply(MESSAGES, signal())).rejects.toMatchObject({ code: "model_unavailable" });
  });

  it("ends the call when the caller goes away, with the caller's reason", async () => {
    const gone = new AbortController();
    const { stream, started } = await start(() => ({ pieces: ["One "], then: "hang" }), {}, provider);
    const reading = (async () => {
      for await (const _ of stream(MESSAGES, gone.signal)) gone.abort(new Error("gone"));
    })();
    await expect(reading).rejects.toThrow("gone");
    await expect.poll(() => started.abandoned).toBe(1);
  });
});

describe("createModelCalls", () => {
  it("calls nobody for a while after failures in a row, and then tries again", async () => {
    let well = false;
    const options = { failures: 2, pauseMs: 50, retries: 0 };
    const { reply, started } = await start(() => (well ? "Well." : 500), options);
    for (let i = 0; i < 4; i += 1) {
      await expect(reply(MESSAGES, signal())).rejects.toMatchObject({ code: "model_unavailable" });
    }
    expect(started.prompts).toHaveLength(2);
    well = true;
    await expect.poll(() => thrownBy(reply(MESSAGES, signal()))).toBeNull();
  });

  it("counts streams that break off and time limits as failures, and callers that leave as none", async () => {
    const options = { failures: 2, pauseMs: 60_000, retries: 0 };
    const cut = await start(() => ({ pieces: ["Half"], then: "cut" }), options);
    await thrownBy(all(cut.stream(MESSAGES, signal())));
    await thrownBy(all(cut.stream(MESSAGES, signal())));
    expect(await thrownBy(cut.reply(MESSAGES, signal()))).toMatchObject({
      message: expect.stringContaining("left alone"),
    });

    const slow = await start(() => null, options);
    expect(await thrownBy(slow.reply(MESSAGES, AbortSignal.timeout(20)))).toMatchObject({
      message: "The language model took too long.",
    });
    await thrownBy(slow.reply(MESSAGES, AbortSignal.timeout(20)));
    // The breaker hears of it a moment after the caller.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await thrownBy(slow.reply(MESSAGES, signal()))).toMatchObject({
      message: expect.stringContaining("left alone"),
    });

    let silent = true;
    const left = await start(() => (silent ? null : "Well."), options);
    for (let i = 0; i < 3; i += 1) {
      const gone = new AbortController();
      const call = thrownBy(left.reply(MESSAGES, gone.signal));
      gone.abort(new AppError("client_closed", "gone"));
      expect(await call).toMatchObject({ message: "gone" });
    }
    silent = false;
    expect(await left.reply(MESSAGES, signal())).toBe("Well.");
  });

  it("is not opened by requests that are refused for what they say, and closed again by answers that are read in part", async () => {
    const options = { failures: 2, pauseMs: 60_000, retries: 0 };
    let status: number | null = 400;
    const { reply, stream } = await start(() => status ?? { pieces: ["One ", "two"], waitMs: 5 }, options);
    for (let i = 0; i < 4; i += 1) await thrownBy(reply(MESSAGES, signal()));
    for (let i = 0; i < 3; i += 1) {
      status = 500;
      await thrownBy(reply(MESSAGES, signal()));
      status = null;
      for await (const piece of stream(MESSAGES, signal())) if (piece !== "") break;
    }
    expect(await reply(MESSAGES, signal())).toBe("One two");
  });

  it("keeps a caller's time limit while it waits to call again", async () => {
    const busy = { status: 429, headers: { "retry-after": "4" } };
    const { reply } = await start(() => busy);
    const began = performance.now();
    await expect(reply(MESSAGES, AbortSignal.timeout(50))).rejects.toMatchObject({
      code: "model_unavailable",
    });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it("says so when a model stops for its length limit", async () => {
    const { stream } = await start(() => ({ pieces: ["One."], then: "length" }));
    await expect(all(stream(MESSAGES, signal()))).rejects.toMatchObject({
      message: "The language model's answer came to its length limit.",
    });
  });

  it("fails when nobody listens at the address", async () => {
    const { reply, started } = await start(() => "Well.", { retries: 0 });
    started.close();
    await expect(reply(MESSAGES, signal())).rejects.toMatchObject({
      code: "model_unavailable",
      message: "The language model cannot be reached.",
    });
  });
});
