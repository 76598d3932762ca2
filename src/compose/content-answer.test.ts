import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { memoryIndex } from "../adapters/core/memory-index.ts";
import { analyseQuestion } from "../converse/index.ts";
import { corpusMetaSchema } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { contentAnswer } from "./content-answer.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";
import { createListLookup } from "./list-answer.ts";
import { phrasesFor } from "./phrases.ts";

const TEXT = `# Ports

## Water

The two towns share the water of one river for drinking.

## Agenda

The agenda of the towns has these points:

- Inspect every boat before it is loaded.
- Save water in the dry months along the river.
- Train the pilots together.
`;
const { corpus } = ingest(
  [{ id: "ports.md", title: "Ports", format: "markdown", text: TEXT }],
  corpusMetaSchema.parse({ id: "x", title: "X" }),
);
const analyzer = createEnglishAnalyzer();
const index = await memoryIndex(corpus, createFakeEncoder());

/** What is said of sentences that begin so, with these probabilities. */
async function said(text: string, given: Readonly<Record<string, number>>): Promise<string[]> {
  const question = analyseQuestion(text, corpus.chapters, analyzer);
  const retrieval = await createRetriever(index, createFakeEncoder()).retrieve(question);
  const ranked = createExtractiveComposer(index, analyzer)
    .rank(question, retrieval, 20)
    .flatMap((sentence) => {
      const [, probability] =
        Object.entries(given).find(([opening]) => sentence.text.startsWith(opening)) ?? [];
      return probability === undefined ? [] : [{ ...sentence, probability }];
    })
    .sort((a, b) => b.probability - a.probability);
  const tools = { index, lists: createListLookup(index), phrases: phrasesFor("en") };
  return contentAnswer(question, ranked, tools).parts.map((part) => part.text);
}

describe("contentAnswer", () => {
  it("takes a list for an explanation where several items of it may well answer", async () => {
    const parts = await said("How do the towns save the river?", {
      "The two towns": 0.6,
      "Save water": 0.5,
      "Train the": 0.4,
    });
    expect(parts).toContain("Inspect every boat before it is loaded.");
    expect(parts).not.toContain("The two towns share the water of one river for drinking.");
  });

  it("does not take a list for one item of it beside the best sentence", async () => {
    const parts = await said("How do the towns share the river?", {
      "The two towns": 0.6,
      "Save water": 0.5,
      "Train the": 0.01,
    });
    expect(parts).toEqual([
      "The two towns share the water of one river for drinking.",
      "Save water in the dry months along the river.",
    ]);
  });
});
