import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { createRetriever } from "../retrieve/index.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";
import { contextLikeness } from "./in-context.ts";

const analyzer = createEnglishAnalyzer();

/** Sentences by how near they are to "Who does?" with something said behind it. */
async function likenessAfter(said: string, index: SearchIndex) {
  const question = analyseQuestion("Who does?", index.corpus.chapters, analyzer);
  const retrieval = await createRetriever(index, createFakeEncoder(256)).retrieve(question, { said });
  const ranked = createExtractiveComposer(index, analyzer).rank(question, retrieval, 20);
  return contextLikeness(ranked, { question, retrieval }, index).map((one, i) => ({
    ...one,
    text: ranked[i]?.text ?? "",
  }));
}

describe("contextLikeness", () => {
  it("tells the sentence that is nearest to what was said by 0", async () => {
    const told = await likenessAfter("The school teaches Latin and sailing", await villageIndex([]));
    expect(told.filter(({ near }) => near === 0).map(({ text }) => text)).toEqual([
      "The school teaches Latin and sailing.",
    ]);
    expect(Math.max(...told.map(({ near }) => near))).toBe(0);
  });

  it("goes by the anticipated questions of a sentence, and by the sentence where it has none", async () => {
    const said = "who gives the kids their lessons";
    const told = await likenessAfter(said, await villageIndex());
    expect(told.find(({ askedNear }) => askedNear === 0)?.text).toContain("Three teachers");
    const plain = await likenessAfter(said, await villageIndex([]));
    expect(plain.filter(({ near, askedNear }) => near !== askedNear)).toEqual([]);
  });

  it("has nothing to tell of no sentence", async () => {
    const index = await villageIndex();
    const question = analyseQuestion("Why?", [], analyzer);
    const retrieval = { vector: [], candidates: [], unanswered: [], encodeMs: 0 };
    expect(contextLikeness([], { question, retrieval }, index)).toEqual([]);
  });
});
