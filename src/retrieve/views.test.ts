import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { searchViews } from "./index.ts";

const index = await villageIndex();
const encoder = createFakeEncoder(256);
const ALL = {
  k: 5,
  lexical: 1,
  sentences: 1,
  passages: 1,
  questionWords: 1,
  questionVectors: 1,
  translated: 1,
};

async function views(text: string, weights = ALL) {
  const question = analyseQuestion(text, index.corpus.chapters, createEnglishAnalyzer());
  const found = await searchViews(index, question, await encoder.embedQuery(text), { depth: 40, weights });
  return new Map(found.ranked.map(({ name, ids }) => [name, ids]));
}

describe("searchViews", () => {
  it("ranks each passage once in each view", async () => {
    for (const [, ids] of await views("How much did mending the stone pier cost?")) {
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("does not search what has no weight", async () => {
    const found = await views("Who built the stone pier?", { ...ALL, sentences: 0, passages: 0 });
    expect(found.get("sentences")).toEqual([]);
    expect(found.get("passages")).toEqual([]);
    expect(found.get("lexical")?.length).toBeGreaterThan(0);
  });

  it("shows a Spanish question the Spanish anticipated questions", async () => {
    const spanish = await views("¿Cuánto costó arreglar el muelle?");
    const [first] = spanish.get("questionWords") ?? [];
    expect(index.passage(first ?? "")?.text).toContain("stone pier");
  });
});
