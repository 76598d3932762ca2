import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { memoryIndex } from "../adapters/core/memory-index.ts";
import { analyseQuestion } from "../converse/index.ts";
import { corpusMetaSchema } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";
import { salientSentences } from "./salient-sentences.ts";
import { villageComposer } from "./village-composer.fixture.ts";

const { index, compose } = await villageComposer();

async function said(question: string): Promise<string[]> {
  const { draft } = await compose(question);
  return draft?.parts.map((part) => part.text) ?? [];
}

describe("salientSentences", () => {
  const prose = index.corpus.passages.filter((p) => p.kind === "prose");
  const texts = (count: number): string[] =>
    salientSentences(prose, count, index).map(({ passage, sentence }) => {
      const span = passage.sentences[sentence];
      return passage.text.slice(span?.start, span?.end);
    });

  it("takes as many as asked, in reading order, none that points back", () => {
    const three = texts(3);
    expect(three).toHaveLength(3);
    expect(
      three.map((text) =>
        prose
          .map((p) => p.text)
          .join(" ")
          .indexOf(text),
      ),
    ).toEqual(
      [
        ...three.map((text) =>
          prose
            .map((p) => p.text)
            .join(" ")
            .indexOf(text),
        ),
      ].sort((a, b) => a - b),
    );
    expect(texts(20)).not.toContain("Its repair cost 40,000 crowns.");
  });

  it("takes what the whole speaks of most before what it says once", () => {
    expect(texts(1)[0]).toMatch(/school|pier/u);
  });
});

describe("overviews", () => {
  it("tells a chapter without key points by its own sentences", async () => {
    const parts = await said("Sum up the school chapter in a few bullets");
    expect(parts[0]).toContain("The School");
    expect(parts.join(" ")).toContain("Three teachers work at the school of Elmsby.");
    expect(parts.join(" ")).not.toContain("boats");
  });

  it("is surer of the contents than of an overview, which may leave out what was meant", async () => {
    const confidence = async (question: string): Promise<number> => (await compose(question)).confidence;
    expect(await confidence("Which chapters are there?")).toBe(1);
    for (const question of ["Sum up the school chapter in a few bullets", "main points about the council"]) {
      expect(await confidence(question)).toBeGreaterThanOrEqual(0.5);
      expect(await confidence(question)).toBeLessThan(0.9);
    }
  });

  it("gathers a theme from the passages that speak of it, with the part each stands in", async () => {
    const { draft } = await compose("main points about the council");
    const cited = draft?.parts.flatMap((part) => (part.kind === "cited" ? [part] : [])) ?? [];
    expect(cited.map(({ text }) => text)).toEqual([
      "The council of Norwick built the stone pier in 1931.",
      "The council should lay a new roof before winter.",
    ]);
    expect(cited.map(({ frame }) => frame)).toEqual(["The Harbour: ", "The School: "]);
  });

  it("tells what one part says of a theme, in one point where it has no more", async () => {
    const parts = await said("What does the school chapter say about the roof?");
    expect(parts).toEqual(["The roof leaks because the slate was laid too thin."]);
  });

  it("does not tell a part's own points for what it does not speak of", async () => {
    for (const theme of ["volcanoes", "boats"]) {
      const { draft, confidence } = await compose(`What does the school chapter say about ${theme}?`);
      expect(draft).toBeNull();
      expect(confidence).toBeLessThan(0.3);
    }
  });

  it("makes no overview of what nobody speaks of", async () => {
    expect(await said("main points about volcanoes")).toEqual([]);
  });
});

const PORT = `# Chapter 1: The Port

## Boats

The aim of this chapter is to examine the port of Norwick and its boats. Boats of the port were lost in every gale of the last ten years. All three of them were old boats of the port. The port of Norwick has no boats that withstand a gale.

## Key Recommendations

- Build a pier of stone.
- Buy new boats for the pilots.
`;

describe("a summary of a chapter with key points", () => {
  it("says what the chapter finds beside what it recommends", async () => {
    const { corpus } = ingest(
      [{ id: "port.md", title: "Port", format: "markdown", text: PORT }],
      corpusMetaSchema.parse({ id: "port", title: "Port" }),
    );
    const analyzer = createEnglishAnalyzer();
    const port = await memoryIndex(corpus, createFakeEncoder());
    const composer = createExtractiveComposer(port, analyzer);
    const summary = async (text: string): Promise<string[]> => {
      const question = analyseQuestion(text, corpus.chapters, analyzer);
      const retrieval = await createRetriever(port, createFakeEncoder()).retrieve(question);
      return composer.compose(question, retrieval).draft?.parts.map((part) => part.text) ?? [];
    };
    const recommended = ["Build a pier of stone.", "Buy new boats for the pilots."];
    const whole = await summary("Summarise chapter 1");
    expect(whole.slice(-2)).toEqual(recommended);
    expect(whole).toContain("Boats of the port were lost in every gale of the last ten years.");
    expect(whole.join(" ")).not.toContain("All three");
  });
});
