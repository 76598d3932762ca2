import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../../adapters/core/english-analyzer.ts";
import { memoryIndex } from "../../adapters/core/memory-index.ts";
import { makeCorpus, makePassage } from "../../domain/corpus.fixture.ts";
import { createFakeEncoder } from "../../ports/fake-encoder.fixture.ts";
import { createMeasureSupport } from "./measure-support.ts";

const LONG =
  "Boats, sails, ropes, anchors, masts, oars, nets, lamps, bells, flags, hooks, pumps, rudders and chains sank";

const corpus = makeCorpus(
  [
    makePassage(`${LONG}. Herring became dear.`),
    makePassage("Cranes\tOne. Two. Three. Four.\t12", {
      kind: "table-row",
      table: {
        caption: "Table 1",
        header: ["", "Kinds", "Number"],
        cells: ["Cranes", "One. Two. Three. Four.", "12"],
        note: null,
      },
    }),
  ],
  [{ number: 1, title: "Ports", authors: [] }],
);

describe("createMeasureSupport", () => {
  const measure = async (sentence: string, at: number) => {
    const encoder = createFakeEncoder();
    const index = await memoryIndex(corpus, encoder);
    const passage = corpus.passages[at];
    if (!passage) throw new Error("there is no such passage");
    return createMeasureSupport(index, createEnglishAnalyzer(), encoder)(sentence, [passage]);
  };

  it("counts what stands in the quote, not in the sentences after it", async () => {
    expect((await measure(`${LONG}.`, 0)).overlap).toBe(1);
    const beyond = await measure(`${LONG}, and herring.`, 0);
    const [quote] = beyond.evidence;
    expect(quote?.passage.text.slice(quote.span.start, quote.span.end)).toBe(`${LONG}.`);
    expect(beyond.overlap).toBeLessThan(1);
  });

  it("takes a table row whole, however many sentences stand in its cells", async () => {
    const { evidence, figuresMissing } = await measure("There are 12 cranes.", 1);
    expect(evidence[0]?.span).toEqual({ start: 0, end: corpus.passages[1]?.text.length });
    expect(figuresMissing).toEqual([]);
  });
});
