import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";
import { viewNearest } from "./nearest-passages.ts";

const index = await villageIndex([]);
const analyzer = createEnglishAnalyzer();
const composer = createExtractiveComposer(index, analyzer, { threshold: 1 });
const retriever = createRetriever(index, createFakeEncoder(256));

describe("what is nearest to a question that is not answered", () => {
  it("is three passages, each with its nearest sentence in its own words and the way there", async () => {
    const question = analyseQuestion(
      "How many crowns did the repair cost the council?",
      index.corpus.chapters,
      analyzer,
    );
    const { nearest, message } = composer.compose(question, await retriever.retrieve(question));
    expect(nearest).toHaveLength(3);
    const views = nearest.map((one) => viewNearest(index.corpus, one, ""));
    expect(views[0]).toMatchObject({
      quote: "Its repair cost 40,000 crowns.",
      section: "The pier",
    });
    for (const { text, quote, url, passageId } of views) {
      expect(text).toContain(quote);
      expect(url).toMatch(new RegExp(`^/report\\?quote=${passageId}\\.\\d+-\\d+#p-${passageId}$`, "u"));
      expect(message).toContain(url);
    }
  });
});
