import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";
import { fuseReadings } from "./fuse-readings.ts";
import type { RankedSentence } from "./select.ts";

const index = await villageIndex();
const analyzer = createEnglishAnalyzer();
const question = analyseQuestion("Why did the fleet shrink?", index.corpus.chapters, analyzer);
const retrieval = await createRetriever(index, createFakeEncoder(256)).retrieve(question);
const [one, other, third] = createExtractiveComposer(index, analyzer).rank(question, retrieval, 8);
if (!one || !other || !third) throw new Error("the village has more sentences than that");
const likely = (sentence: RankedSentence, probability: number): RankedSentence => ({
  ...sentence,
  probability,
});

describe("fuseReadings", () => {
  it("prefers what all readings find to what one of them is sure of", () => {
    const fused = fuseReadings([
      [likely(one, 0.9), likely(other, 0.6)],
      [likely(other, 0.5), likely(third, 0.3)],
      [likely(third, 0.8), likely(other, 0.7)],
    ]);
    expect(fused.map(({ row }) => row)).toEqual([other.row, third.row, one.row]);
    expect(fused[0]?.probability).toBeCloseTo(0.6, 6);
    expect(fused[2]?.probability).toBeCloseTo(0.3, 6);
  });

  it("leaves a single reading as it is", () => {
    expect(fuseReadings([[likely(one, 0.9), likely(other, 0.6)]])).toEqual([
      likely(one, 0.9),
      likely(other, 0.6),
    ]);
    expect(fuseReadings([])).toEqual([]);
  });
});
