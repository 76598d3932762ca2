import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { memoryIndex } from "../adapters/core/memory-index.ts";
import { analyseQuestion } from "../converse/index.ts";
import { makeCorpus, makePassage } from "../domain/corpus.fixture.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";
import { asksForCell } from "./table-cell.ts";

const corpus = makeCorpus(
  [
    makePassage("Harbour cranes for grain\t12\t30\t-", {
      kind: "table-row",
      table: {
        caption: "Table 1. Harbour equipment",
        header: ["", "Norport", "Sudport", "Ostport"],
        cells: ["Harbour cranes for grain", "12", "30", "-"],
        note: null,
      },
    }),
    makePassage("Norport has many harbour cranes for grain."),
  ],
  [{ number: 1, title: "Ports", authors: [] }],
);
const encoder = createFakeEncoder();
const index = await memoryIndex(corpus, encoder);
const analyzer = createEnglishAnalyzer();
const composer = createExtractiveComposer(index, analyzer);

async function asks(text: string, kind = "table-row"): Promise<boolean> {
  const question = analyseQuestion(text, index.corpus.chapters, analyzer);
  const retrieval = await createRetriever(index, encoder).retrieve(question);
  const found = composer
    .rank(question, retrieval, 8)
    .find(({ candidate }) => candidate.passage.kind === kind);
  return found !== undefined && asksForCell(question, found, index, analyzer);
}

describe("asksForCell", () => {
  it("knows a question for the cell of a named row and column", async () => {
    expect(await asks("How many grain cranes does the harbour of Sudport have?")).toBe(true);
  });

  it("knows one for a column or a word that the table has not, or an empty cell", async () => {
    expect(await asks("How many grain cranes does the harbour of Westport have?")).toBe(false);
    expect(await asks("How many grain cranes did the harbour of Sudport have in 2010?")).toBe(false);
    expect(await asks("How many grain cranes does the harbour of Ostport have?")).toBe(false);
    expect(await asks("How many grain cranes does the harbour have?")).toBe(false);
  });
});
