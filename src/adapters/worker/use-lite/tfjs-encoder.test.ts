import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { backend, memory, tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import reference from "../../node/use-lite/reference-vectors.json" with { type: "json" };
import { createTransformersEncoder } from "../../node/transformers-encoder.ts";
import { safetensors } from "../../node/use-lite/safetensors.fixture.ts";
import { workerEncoderFiles } from "../../node/use-lite/worker-files.ts";
import type { Encoder } from "../../../ports/encoder.ts";
import { cosine, encoderContract } from "../../../ports/encoder.contract.ts";
import { createTfjsEncoder, type ReadFile } from "./tfjs-encoder.ts";

const require = createRequire(import.meta.url);
let module: WebAssembly.Module;
let read: ReadFile;
let encoder: Encoder;

beforeAll(async () => {
  const wasm = require.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm");
  module = await WebAssembly.compile(await readFile(wasm));
  const files = await workerEncoderFiles();
  read = async (name) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`no file ${name}`);
    return new Uint8Array(bytes).buffer;
  };
  encoder = await createTfjsEncoder({ module, read });
}, 60_000);

encoderContract("the bundled encoder on TensorFlow.js", () => Promise.resolve(encoder));

describe("its vectors", () => {
  it("are those of the original on the reference texts, one by one and in a batch", async () => {
    const vectors = await encoder.embedDocuments(reference.texts.map(({ text }) => text));
    for (const [i, { text, vector }] of reference.texts.entries()) {
      expect(cosine(await encoder.embedQuery(text), vector), text).toBeGreaterThanOrEqual(0.999999);
      expect(cosine(vectors[i] ?? [], vector), text).toBeGreaterThanOrEqual(0.999999);
    }
  });

  it("leave no memory behind", async () => {
    const before = memory().numTensors;
    await encoder.embedQuery("How much is traded?");
    expect(memory().numTensors).toBe(before);
  });
});

describe("a tuned encoder", () => {
  it("has the id and the vectors that it has on Node, and not those of the bundled one", async () => {
    const bias = Float32Array.from({ length: 512 }, (_, i) => Math.sin(i));
    const tuning = safetensors({ "module/Encoder_en/hidden_layers/tanh_layer_0/bias": bias });
    const files = await workerEncoderFiles(tuning);
    const tuned = await createTfjsEncoder({
      module,
      read: (name) => Promise.resolve(new Uint8Array(files.get(name) ?? []).buffer),
    });
    const modelsDir = await mkdtemp(join(tmpdir(), "tuned-"));
    const onNode = await createTransformersEncoder({ modelsDir, tuning });
    await rm(modelsDir, { recursive: true });
    const text = "How much is traded?";
    const vector = await tuned.embedQuery(text);
    expect(tuned.id).toBe(onNode.id);
    expect(cosine(vector, await onNode.embedQuery(text))).toBeGreaterThanOrEqual(0.999999);
    expect(cosine(vector, await encoder.embedQuery(text))).toBeLessThan(0.99);
  });
});

describe("an encoder whose files are damaged", () => {
  it.each([
    ["encoder.json", new ArrayBuffer(2)],
    ["model.json", new TextEncoder().encode("{}").buffer],
    ["group1-shard7of7", new ArrayBuffer(8)],
    ["group1-shard3of7", new ArrayBuffer(4_194_304)],
  ])("%s is refused with the remedy", async (damaged, bytes) => {
    const given: ReadFile = (name) => (name === damaged ? Promise.resolve(bytes) : read(name));
    await expect(createTfjsEncoder({ module, read: given })).rejects.toMatchObject({
      code: "encoder_unavailable",
      message: expect.stringContaining("npm run build:worker"),
    });
  });

  it("leaves nothing in memory, and does not keep the next one from being loaded", async () => {
    const failing: ReadFile = (name) =>
      name === "group1-shard7of7" ? Promise.reject(new Error("lost")) : read(name);
    for (let i = 0; i < 3; i += 1) {
      await expect(createTfjsEncoder({ module, read: failing })).rejects.toMatchObject({
        code: "encoder_unavailable",
      });
    }
    const again = await createTfjsEncoder({ module, read });
    for (const { text, vector } of reference.texts.slice(0, 3)) {
      expect(cosine(await again.embedQuery(text), vector)).toBeGreaterThanOrEqual(0.999999);
    }
    const own = backend();
    if (!(own instanceof BackendWasm)) throw new TypeError("not on WebAssembly");
    // Of one load; each failed one had taken 20 MB.
    expect(own.typedArrayFromHeap(tensor1d([1])).buffer.byteLength).toBeLessThan(60e6);
  });
});
