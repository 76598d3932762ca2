import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyseQuestion } from "../../converse/index.ts";
import { createFakeEncoder } from "../../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../../retrieve/index.ts";
import { createEnglishAnalyzer } from "../core/english-analyzer.ts";
import { villageIndex } from "../core/village-index.fixture.ts";
import { writeTinyCrossEncoder } from "./tiny-cross-encoder.fixture.ts";
import { createTransformersCrossEncoder } from "./transformers-cross-encoder.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cross-"));
  await writeTinyCrossEncoder(join(folder, "likes-piers"));
});
afterAll(() => rm(folder, { recursive: true }));

const create = (batchSize?: number) =>
  createTransformersCrossEncoder({
    model: join(folder, "likes-piers"),
    modelsDir: folder,
    ...(batchSize === undefined ? {} : { batchSize }),
  });
const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

describe("a cross-encoder in a folder", () => {
  it("reads query and text together, and gives probabilities in order", async () => {
    const scores = await (
      await create()
    ).score("who built the pier", ["the roof leaks", "Pier, pier", "the pier"]);
    expect(scores).toHaveLength(3);
    // One "pier" stands in the query already.
    [0.5, 2.5, 1.5].forEach((logit, i) => expect(scores[i]).toBeCloseTo(logistic(logit), 5));
  });

  it("gives the same whatever the batches", async () => {
    const texts = ["pier", "the roof leaks the pier pier", "roof", "who built the pier", "the"];
    const [one, two] = await Promise.all([create(1), create(2)]);
    const [first, second] = [await one.score("pier", texts), await two.score("pier", texts)];
    first.forEach((score, i) => expect(second[i]).toBeCloseTo(score, 6));
  });

  it("stops when it is told to", async () => {
    const model = await create();
    await expect(model.score("pier", ["pier"], AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });

  it("takes the place of the built-in reranker", async () => {
    const index = await villageIndex();
    const question = analyseQuestion(
      "should the council lay a new roof",
      index.corpus.chapters,
      createEnglishAnalyzer(),
    );
    const encoder = createFakeEncoder(256);
    const [plain] = (await createRetriever(index, encoder).retrieve(question)).candidates;
    expect(plain?.passage.text).toContain("roof");
    const crossEncoder = await create();
    const { candidates } = await createRetriever(index, encoder, { crossEncoder }).retrieve(question);
    expect(candidates[0]?.passage.text).toContain("pier");
    expect(candidates[0]?.score).toBe(1);
  });

  it("that cannot be loaded, or is no classifier, is refused with its name and the remedy", async () => {
    const missing = createTransformersCrossEncoder({ model: join(folder, "nowhere"), modelsDir: folder });
    await expect(missing).rejects.toMatchObject({
      code: "encoder_unavailable",
      message: expect.stringMatching(/reranker.*nowhere.*RERANKER_MODEL/u),
    });
    await writeTinyCrossEncoder(join(folder, "broken"));
    await writeFile(join(folder, "broken", "onnx", "model.onnx"), "no model");
    const broken = createTransformersCrossEncoder({ model: join(folder, "broken"), modelsDir: folder });
    await expect(broken).rejects.toMatchObject({ code: "encoder_unavailable" });
  });
});
