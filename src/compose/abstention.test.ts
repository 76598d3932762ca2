import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { abstentionFeatures, isFar, saysNothing } from "./abstention.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";

const analyzer = createEnglishAnalyzer();
const [asked, plain] = await Promise.all([villageIndex(), villageIndex([])]);
const question = (text: string) => analyseQuestion(text, asked.corpus.chapters, analyzer);

async function far(text: string, index = asked): Promise<boolean> {
  const retrieval = await createRetriever(index, createFakeEncoder(256)).retrieve(question(text));
  const ranked = createExtractiveComposer(index, analyzer).rank(question(text), retrieval, 8);
  return isFar(question(text), abstentionFeatures(question(text), retrieval, ranked, index), index);
}

describe("isFar", () => {
  it("knows what is like nothing that the text says or that may be asked of it", async () => {
    expect(await far("Which planet spins quickest?")).toBe(true);
    expect(await far("How much money went into mending the jetty?")).toBe(false);
    expect(await far("Who teaches Latin and sailing?")).toBe(false);
  });

  it("is not decided on where nothing is known of what may be asked", async () => {
    expect(await far("Which planet spins quickest?", plain)).toBe(false);
  });
});

describe("saysNothing", () => {
  it("knows a word or two that the text has not", () => {
    expect(saysNothing(question("purple"), asked)).toBe(true);
    expect(saysNothing(question("herring"), asked)).toBe(false);
    expect(saysNothing(question("Which purple planet spins?"), asked)).toBe(false);
  });
});
