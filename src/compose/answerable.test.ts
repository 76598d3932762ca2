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

Doctors are few in both countries. There were 12 strikes of doctors in 2019. Another 7 strikes took place in Canada. Every third nurse is 45 years old.

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

/** Sentences and rows that may answer. */
async function mayAnswer(text: string): Promise<string[]> {
  const question = analyseQuestion(text, corpus.chapters, analyzer);
  const retrieval = await createRetriever(index, createFakeEncoder()).retrieve(question);
  const ranked = createExtractiveComposer(index, analyzer).rank(question, retrieval, 20);
  return ranked.map((one) => one.text);
}

async function rowMayAnswer(text: string): Promise<boolean> {
  return (await mayAnswer(text)).some((answer) => answer.includes("2.4"));
}

const STRIKES = "There were 12 strikes of doctors in 2019.";

describe("answerable", () => {
  it("takes no row of a table for an answer on a country that the table has not", async () => {
    expect(await rowMayAnswer("How many doctors does Japan have?")).toBe(false);
    expect(await rowMayAnswer("How many doctors does Mexico have?")).toBe(true);
    expect(await rowMayAnswer("How many doctors do Japan and Mexico have?")).toBe(true);
    expect(await rowMayAnswer("How many doctors are there?")).toBe(true);
    expect(await rowMayAnswer("how many doctors does japan have")).toBe(false);
  });

  it("takes no figure of another year, and none of a span's years for another", async () => {
    expect(await mayAnswer("How many strikes of doctors were there?")).toContain(STRIKES);
    expect(await mayAnswer("How many strikes of doctors were there in 2019?")).toContain(STRIKES);
    expect(await mayAnswer("How many strikes of doctors were there in 2018?")).not.toContain(STRIKES);
  });

  it("takes no rate for a total, and nothing but an age for an age", async () => {
    expect(await rowMayAnswer("How many doctors are there in total in Mexico?")).toBe(false);
    expect(await mayAnswer("How old are nurses?")).toEqual(["Every third nurse is 45 years old."]);
  });
});
