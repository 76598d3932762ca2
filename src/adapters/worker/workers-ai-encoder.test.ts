import type { Ai } from "@cloudflare/workers-types";
import { describe, expect, expectTypeOf, it } from "vitest";
import { encoderContract, furthest } from "../../ports/encoder.contract.ts";
import type { Encoder } from "../../ports/encoder.ts";
import { createFakeWorkersAi, upstream, type FakeWorkersAiOptions } from "./fake-workers-ai.fixture.ts";
import { createWorkersAiEncoder, type EmbeddingAi } from "./workers-ai-encoder.ts";
import { WORKERS_AI_MODELS, workersAiModelFor } from "./workers-ai-models.ts";

const small = workersAiModelFor({ id: "Xenova/bge-small-en-v1.5", dimensions: 384 });

function encoder(options?: FakeWorkersAiOptions): Encoder {
  return createWorkersAiEncoder(createFakeWorkersAi(options), small);
}

for (const model of WORKERS_AI_MODELS) {
  encoderContract(`Workers AI's ${model.model} (a fake)`, () =>
    Promise.resolve(createWorkersAiEncoder(createFakeWorkersAi(), model)),
  );
}

it("takes the AI binding as its types describe it", () => {
  expectTypeOf<Ai>().toExtend<EmbeddingAi>();
});

describe("calls of Workers AI", () => {
  it("ask for cls pooling, with white space folded and a full stop for an empty text", async () => {
    const ai = createFakeWorkersAi();
    await createWorkersAiEncoder(ai, small).embedDocuments([" Water \n is shared. ", " \t"]);
    expect(ai.calls).toEqual([{ text: ["Water is shared.", "."], pooling: "cls" }]);
  });

  it("ask bge-m3, which takes no pooling, to cut long texts", async () => {
    const ai = createFakeWorkersAi();
    const m3 = workersAiModelFor({ id: "Xenova/bge-m3", dimensions: 1024 });
    await createWorkersAiEncoder(ai, m3).embedQuery("water");
    expect(ai.calls).toEqual([{ text: ["water"], truncate_inputs: true }]);
  });

  it("carry at most 100 texts, and the vectors keep their order", async () => {
    const ai = createFakeWorkersAi();
    const own = createWorkersAiEncoder(ai, small);
    const texts = Array.from({ length: 250 }, (_, i) => `water ${i}`);
    const vectors = await own.embedDocuments(texts);
    expect(ai.calls.map(({ text }) => text.length)).toEqual([100, 100, 50]);
    expect(vectors).toHaveLength(250);
    expect(furthest(await own.embedQuery("water 201"), vectors[201])).toBe(0);
  });
});

describe("failures of Workers AI", () => {
  const failing = (error: Error): Promise<number[]> =>
    encoder({ fail: () => error }).embedQuery("How is the water shared?");

  it.each([
    ["out of capacity", upstream(3040, "Capacity temporarily exceeded, please try again.")],
    ["timeout", upstream(3007, "Request timeout")],
    ["network", new TypeError("Network connection lost.")],
  ])("%s is encoder_unavailable and can be tried again", async (_, cause) => {
    await expect(failing(cause)).rejects.toMatchObject({
      code: "encoder_unavailable",
      retryable: true,
      message: expect.stringMatching(/bge-small-en-v1\.5.*try again/u),
      cause,
    });
  });

  it("a used up allocation says when it is renewed", async () => {
    await expect(
      failing(upstream(3036, "You have used up your daily free allocation")),
    ).rejects.toMatchObject({
      code: "encoder_unavailable",
      retryable: false,
      message: expect.stringContaining("00:00 UTC"),
    });
  });

  it("a refused call is not worth a retry", async () => {
    await expect(failing(upstream(5018, "The account is not allowed"))).rejects.toMatchObject({
      code: "encoder_unavailable",
      retryable: false,
      message: expect.stringContaining("5018"),
    });
  });

  it("is over with the next call", async () => {
    const own = encoder({ fail: (call) => (call === 0 ? upstream(3040, "busy") : null) });
    await expect(own.embedQuery("water")).rejects.toMatchObject({ retryable: true });
    expect(await own.embedQuery("water")).toHaveLength(384);
  });

  it.each([
    ["nothing", () => null],
    ["a request id of the queue", () => ({ request_id: "1" })],
    ["no vector", () => ({ data: [] })],
    ["other dimensions", () => ({ data: [[1, 0]] })],
    ["zeros", ({ data }: { data: number[][] }) => ({ data: data.map((v) => v.map(() => 0)) })],
  ])("%s in place of vectors is encoder_unavailable", async (_, answer) => {
    await expect(encoder({ answer }).embedQuery("water")).rejects.toMatchObject({
      code: "encoder_unavailable",
      message: expect.stringContaining("1 vectors of 384 numbers"),
    });
  });

  it("vectors pooled in another way than the index's are refused", async () => {
    const own = encoder({ answer: (output) => ({ ...output, pooling: "mean" }) });
    await expect(own.embedQuery("water")).rejects.toMatchObject({
      code: "encoder_mismatch",
      message: expect.stringContaining("mean"),
    });
  });
});

describe("the model for an index", () => {
  it("has the weights that the index was built with", () => {
    expect(small.model).toBe("@cf/baai/bge-small-en-v1.5");
    expect(encoder()).toMatchObject({ id: "Xenova/bge-small-en-v1.5", dimensions: 384 });
  });

  it.each([
    { id: "use-lite@1", dimensions: 512 },
    { id: "Xenova/all-MiniLM-L6-v2", dimensions: 384 },
    { id: "Xenova/bge-small-en-v1.5", dimensions: 512 },
    { id: "/models/bge-small-en-v1.5", dimensions: 384 },
  ])("there is none for $id of $dimensions dimensions, and what to do is said", (other) => {
    expect(() => workersAiModelFor(other)).toThrow(
      expect.objectContaining({
        code: "encoder_mismatch",
        message: expect.stringMatching(/EMBEDDING_MODEL.*Xenova\/bge-small-en-v1\.5.*wrangler\.toml/u),
      }),
    );
  });
});
