import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { memoryIndex } from "../adapters/core/memory-index.ts";
import { analyseQuestion } from "../converse/index.ts";
import { corpusMetaSchema } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";

const TEXT = `# Health

Doctors are few in both countries. There were 12 strikes of doctors in 2019.

## Table 1. Doctors and beds

| | Mexico | United States |
| --- | --- | --- |
| Doctors per 1,000 | 2.4 | 2.6 |
| Beds per 1,000 | 1.0 | 2.9 |
`;
const { corpus } = ingest(
  [{ id: "health.md", title: "Health", format: "markdown", text: TEXT }],
  corpusMetaSchema.parse({ id: "x", title: "X" }),
);
const analyzer = createEnglishAnalyzer();
const index = await memoryIndex(corpus, createFakeEncoder());

/** Whether a row of the table may answer. */
async function rowMayAnswer(text: string): Promise<boolean> {
  const question = analyseQuestion(text, corpus.chapters, analyzer);
  const retrieval = await createRetriever(index, createFakeEncoder()).retrieve(question);
  const ranked = createExtractiveComposer(index, analyzer).rank(question, retrieval, 20);
  expect(ranked.length).toBeGreaterThan(0);
  return ranked.some(({ candidate }) => candidate.passage.table !== null);
}

describe("createSentenceRanker", () => {
  it("takes no row of a table for an answer on a country that the table has not", async () => {
    expect(await rowMayAnswer("How many doctors does Japan have?")).toBe(false);
    expect(await rowMayAnswer("How many doctors does Mexico have?")).toBe(true);
    expect(await rowMayAnswer("How many doctors do Japan and Mexico have?")).toBe(true);
    expect(await rowMayAnswer("How many doctors are there?")).toBe(true);
  });
});
