import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { memoryIndex } from "../adapters/core/memory-index.ts";
import { analyseQuestion } from "../converse/index.ts";
import { makeCorpus, makePassage } from "../domain/corpus.fixture.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";
import { tellsCount } from "./told-count.ts";

const corpus = makeCorpus(
  [makePassage("The ferries took 211 travellers to Elmsby under Grubb and 587 under Keller.")],
  [{ number: 1, title: "Ferries", authors: [] }],
);
const encoder = createFakeEncoder();
const index = await memoryIndex(corpus, encoder);
const analyzer = createEnglishAnalyzer();
const composer = createExtractiveComposer(index, analyzer);

async function tells(text: string): Promise<boolean> {
  const question = analyseQuestion(text, index.corpus.chapters, analyzer);
  const [best] = composer.rank(question, await createRetriever(index, encoder).retrieve(question), 8);
  return best !== undefined && tellsCount(question, best, index, analyzer);
}

describe("tellsCount", () => {
  it("knows a count that is told in the question's words", async () => {
    expect(await tells("How many travellers took the ferries?")).toBe(true);
    expect(await tells("how many people took ferries to Elmsby under Keller")).toBe(true);
  });

  it("knows none where a word is missing, no figure stands before it, or no figure is asked for", async () => {
    expect(await tells("How many travellers took the ferries to Norwick?")).toBe(false);
    expect(await tells("How many ferries?")).toBe(false);
    expect(await tells("How many of the ferries went to Elmsby?")).toBe(false);
    expect(await tells("Which travellers took the ferries?")).toBe(false);
  });
});
