import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../../src/adapters/core/english-analyzer.ts";
import { corpusMetaSchema } from "../../src/domain/corpus.ts";
import { ingest } from "../../src/ingest/index.ts";
import { readDrafts } from "./add-facts.ts";
import { createDifficulty } from "./difficulty.ts";
import type { DraftTools } from "./draft.ts";
import { statedElsewhere } from "./elsewhere.ts";

const MAIN =
  "The harbour’s accident rate rose from 8 to 24.¹ Fleets should be licensed every spring.\n" +
  "The rate—as reported—rose.\nPULL The rate—as reported—rose.\nFleets should be licensed every spring.";
const ANNEX = "The annex says that 24 boats sank.";
const MEASURED: string[][] = [];
const tools: DraftTools = {
  documents: [
    { id: "report.txt", text: MAIN },
    { id: "annex.md", text: ANNEX },
  ],
  sections: [
    { id: "rates", chapter: "1", title: "", start: 0, end: 48, opening: "The", split: "dev" },
    { id: "rest", chapter: "1", title: "", start: 48, end: 999, opening: "Fleets", split: "test" },
  ],
  indexed: ({ start }) => start !== MAIN.indexOf("PULL") + 5,
  sentences: [
    { start: 0, end: 47, text: MAIN.slice(0, 47) },
    { document: "annex.md", start: 0, end: ANNEX.length, text: ANNEX },
  ],
  measure: (_, evidence) => {
    MEASURED.push([...evidence]);
    return { difficulty: "easy" };
  },
};
const DRAFT = {
  question: "How far did it rise?",
  kind: "number",
  facts: [["8"], ["24"]],
  evidence: [["The harbour's  accident rate rose from 8 to 24."]],
  reference: "From 8 to 24.",
};
const read = (...drafts: object[]) =>
  readDrafts(drafts.map((draft) => JSON.stringify(draft)).join("\n"), tools, (n) => `ch1-00${n + 1}`);

describe("readDrafts", () => {
  it("finds quotes whatever their apostrophes and spaces, and takes split and section from them", () => {
    expect(read(DRAFT)).toMatchObject([
      {
        line: 1,
        problems: [],
        fact: {
          id: "ch1-001",
          split: "dev",
          section: "rates",
          style: "plain",
          language: "en",
          answerable: true,
          expect: "answer",
          evidence: [[{ start: 0, end: 46, text: MAIN.slice(0, 46) }]],
        },
      },
    ]);
  });

  it("gives a span for each place that says the same, and none for a copy that is not indexed", () => {
    const [twice] = read({
      ...DRAFT,
      evidence: [["Fleets should be licensed every spring."]],
      facts: [["spring"]],
      reference: "In spring.",
    });
    const [pulled] = read({
      ...DRAFT,
      evidence: [["The rate-as reported-rose."]],
      facts: [["rose"]],
      reference: "It rose.",
    });
    const spans = [twice, pulled].map((d) => d?.fact && "evidence" in d.fact && d.fact.evidence[0]?.length);
    expect(spans).toEqual([2, 1]);
  });

  it("finds quotes in other documents, which decide no split", () => {
    const elsewhere = { ...DRAFT, evidence: [["The annex says that 24 boats sank."]], facts: [["24"]] };
    expect(read(elsewhere)[0]?.problems).toEqual([expect.stringContaining('give "split"')]);
    expect(read({ ...elsewhere, split: "test" })[0]?.fact).toMatchObject({
      split: "test",
      section: null,
      evidence: [[{ document: "annex.md", start: 0 }]],
    });
  });

  it("makes an abstention of a draft without facts, near when something is nearest", () => {
    const near = { question: "Why?", kind: "why", nearest: "Fleets should be licensed every spring." };
    expect(read(near, { question: "Hello", kind: "other", reason: "greeting", split: "dev" })).toMatchObject([
      { fact: { expect: "abstain", near: true, section: "rest", split: "test", reason: "not_in_report" } },
      { fact: { expect: "abstain", near: false, section: null, nearest: null, reason: "greeting" } },
    ]);
  });

  it("reads conversations, placed by their first turn", () => {
    const turn = { ...DRAFT, standalone: DRAFT.question };
    const [drafted] = read({
      turns: [
        { ...turn, role: "first" },
        { ...turn, question: "And?", role: "follow-up" },
      ],
    });
    expect(drafted).toMatchObject({
      problems: [],
      fact: { split: "dev", turns: [{ role: "first" }, { role: "follow-up" }] },
    });
  });

  it.each([
    ["a quote that is nowhere", { ...DRAFT, evidence: [["Boats fly."]] }, 'does not say "Boats fly."'],
    ["a short quote in several places", { ...DRAFT, evidence: [["Fleets should"]] }, "quote more of it"],
    ["a fact that the quote does not state", { ...DRAFT, facts: [["9"]] }, 'states "9"'],
    ["a field that there is not", { ...DRAFT, page: 3 }, "page"],
  ])("says what is wrong with %s", (_, draft, message) => {
    expect(read(draft)[0]?.problems.join("\n")).toContain(message);
  });

  it("finds any stretch of the source again, at its offsets", () => {
    fc.assert(
      fc.property(fc.nat(MAIN.length - 30), fc.integer({ min: 26, max: 60 }), (start, length) => {
        const quote = MAIN.slice(start, start + length).trim();
        fc.pre(quote.length >= 25);
        const [drafted] = read({ ...DRAFT, facts: [[quote]], reference: quote, evidence: [[quote]] });
        const spans = drafted?.fact && "evidence" in drafted.fact ? (drafted.fact.evidence[0] ?? []) : [];
        return (
          spans.length > 0 && spans.every((s) => MAIN.slice(s.start, s.end) === s.text && s.text === quote)
        );
      }),
    );
  });
});

describe("statedElsewhere", () => {
  it("gives other sentences that state what a group states", () => {
    const [one] = read({ ...DRAFT, facts: [["24"]] });
    const found = one?.fact && "facts" in one.fact ? statedElsewhere(one.fact, tools.sentences) : [];
    expect(found.map(({ text }) => text)).toEqual([ANNEX]);
  });
});

describe("createDifficulty", () => {
  const { corpus } = ingest(
    [
      {
        id: "a.md",
        title: "A",
        format: "markdown",
        text: `# A\n\n${Array.from({ length: 30 }, (_, i) => `## Port ${i}\n\nPorts matter.`).join("\n\n")}\n\n## Bribes\n\nSmugglers bribe guards.`,
      },
    ],
    corpusMetaSchema.parse({ id: "a", title: "A" }),
  );
  const measure = createDifficulty(corpus, createEnglishAnalyzer());

  it("is hard when at most a third of the telling words stand in the evidence", () => {
    expect(measure("Who do smugglers bribe?", ["Smugglers bribe guards."])).toMatchObject({
      difficulty: "easy",
    });
    expect(measure("Which officials take dirty smuggler money?", ["Smugglers bribe guards."])).toEqual({
      difficulty: "hard",
      shared: 1 / 5,
    });
  });

  it("does not count words that stand everywhere", () => {
    expect(measure("Which ports matter?", ["Ports matter."])).toEqual({ difficulty: "hard", shared: 0 });
  });
});
