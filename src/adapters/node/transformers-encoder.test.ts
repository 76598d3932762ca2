import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Encoder } from "../../ports/encoder.ts";
import { cosine, encoderContract, furthest } from "../../ports/encoder.contract.ts";
import { createTransformersEncoder } from "./transformers-encoder.ts";
import { prepareUseLite } from "./use-lite/prepare.ts";
import reference from "./use-lite/reference-vectors.json" with { type: "json" };

let modelsDir: string;
let encoder: Encoder;

beforeAll(async () => {
  modelsDir = await mkdtemp(join(tmpdir(), "encoder-"));
  encoder = await createTransformersEncoder({ modelsDir });
}, 30_000);
afterAll(() => rm(modelsDir, { recursive: true, force: true }));

encoderContract("the bundled encoder", () => Promise.resolve(encoder));

describe("the bundled encoder against the TensorFlow.js original", () => {
  it("is compared on 20 texts", () => {
    expect(reference.texts).toHaveLength(20);
  });

  it.each(reference.texts)("gives the same vector for reference text %#", async ({ text, vector }) => {
    expect(cosine(await encoder.embedQuery(text), vector)).toBeGreaterThanOrEqual(0.9999);
  });

  it("gives the same vectors in one padded batch", async () => {
    const vectors = await encoder.embedDocuments(reference.texts.map(({ text }) => text));
    for (const [i, { text, vector }] of reference.texts.entries()) {
      expect(cosine(vectors[i] ?? [], vector), text).toBeGreaterThanOrEqual(0.9999);
      expect(furthest(await encoder.embedQuery(text), vectors[i]), text).toBeLessThan(2e-6);
    }
  });

  it("does not depend on the size of the batches", async () => {
    const texts = reference.texts.map(({ text }) => text);
    const small = await createTransformersEncoder({ modelsDir, batchSize: 3 });
    const [inThrees, inOne] = await Promise.all([small.embedDocuments(texts), encoder.embedDocuments(texts)]);
    inThrees.forEach((vector, i) => expect(furthest(vector, inOne[i])).toBeLessThan(2e-6));
  });

  it("names its revision and dimensions", () => {
    expect(encoder.id).toBe("use-lite@1");
    expect(encoder.dimensions).toBe(512);
  });
});

describe("any other Transformers.js model", () => {
  it("is read from a folder, with its dimensions found by encoding", async () => {
    const { path } = await prepareUseLite({ modelsDir });
    const folder = join(modelsDir, "elsewhere");
    await symlink(path, folder);
    const other = await createTransformersEncoder({ model: folder, modelsDir });
    expect(other.id).toBe(folder);
    expect(other.dimensions).toBe(512);
    expect(furthest(await other.embedQuery("water"), await encoder.embedQuery("water"))).toBeLessThan(1e-6);
  });

  it("is read from the models folder under its name in the hub, without asking the hub", async () => {
    const { path } = await prepareUseLite({ modelsDir });
    await cp(path, join(modelsDir, "acme", "bge-tiny"), { recursive: true });
    const other = await createTransformersEncoder({ model: "acme/bge-tiny", modelsDir });
    expect(other.id).toBe("acme/bge-tiny");
    expect(other.dimensions).toBe(512);
  });

  it("that cannot be loaded is refused with its name and the remedy, and tried again when asked again", async () => {
    const folder = join(modelsDir, "later");
    const create = (): Promise<Encoder> => createTransformersEncoder({ model: folder, modelsDir });
    await expect(create()).rejects.toMatchObject({
      code: "encoder_unavailable",
      message: expect.stringMatching(/later.*cannot be loaded.*onnx\/model\.onnx.*use-lite/u),
    });
    await cp((await prepareUseLite({ modelsDir })).path, folder, { recursive: true });
    expect((await create()).dimensions).toBe(512);
  });
});
