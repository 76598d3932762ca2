import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corpusMetaSchema, type Corpus } from "../domain/corpus.ts";
import type { Passage } from "../domain/passage.ts";
import { checkCorpus, ingest } from "./index.ts";
import { MADE_UP_REPORT } from "./made-up-report.fixture.ts";

const META = corpusMetaSchema.parse({ id: "harbour", title: "The Harbour Report: Ships and Towns" });
const documents = [{ id: "r.txt", title: "r", format: "report" as const, text: MADE_UP_REPORT }];
const { corpus } = ingest(documents, META);

function problemsWith(change: (passage: Passage) => Partial<Passage>, at: (p: Passage) => boolean): string[] {
  const index = corpus.passages.findIndex(at);
  const passages = corpus.passages.map((p, i) => (i === index ? { ...p, ...change(p) } : p));
  const changed: Corpus = { ...corpus, passages };
  return checkCorpus(changed, documents);
}

describe("checkCorpus", () => {
  it.each<[string, (p: Passage) => Partial<Passage>, (p: Passage) => boolean]>([
    ["do not spell", (p) => ({ text: `${p.text}!` }), (p) => p.kind === "prose"],
    ["do not cover", (p) => ({ sentences: p.sentences.slice(1) }), (p) => p.kind === "prose"],
    ["do not cover", (p) => ({ sentences: [...p.sentences].reverse() }), (p) => p.sentences.length > 1],
    ["out of order", (p) => ({ segments: [...p.segments].reverse() }), (p) => p.segments.length > 1],
    [
      "points to no endnote",
      (p) => ({ notes: [{ at: 0, number: 9, passageId: p.id }] }),
      (p) => p.kind === "prose",
    ],
    [
      "outside the text",
      (p) => ({ notes: p.notes.map((n) => ({ ...n, at: 9999 })) }),
      (p) => p.notes.length > 0,
    ],
    ["lead-in", (p) => ({ list: p.list && { ...p.list, leadInPassageId: "none" } }), (p) => p.list !== null],
    [
      "outside its list",
      (p) => ({ list: p.list && { ...p.list, index: p.list.size } }),
      (p) => p.list !== null,
    ],
    ["not among the sources", () => ({ documentId: "other" }), (p) => p.kind === "byline"],
    ["share an id", () => ({ id: corpus.passages[0]?.id ?? "" }), (p) => p.kind === "byline"],
    ["does not exist", () => ({ chapter: 99 }), (p) => p.kind === "byline"],
    ["order is", () => ({ order: 99 }), (p) => p.kind === "byline"],
    ["it is empty", () => ({ text: "", segments: [], sentences: [] }), (p) => p.kind === "byline"],
  ])("finds that something %s", (problem, change, at) => {
    expect(problemsWith(change, at).join("\n")).toContain(problem);
  });

  it("holds for reports with any lines", () => {
    const lines = MADE_UP_REPORT.split("\n");
    fc.assert(
      fc.property(
        fc.shuffledSubarray(lines, { minLength: 5 }),
        fc.constantFrom("\n", "\r\n", "\n\n"),
        (some, end) => {
          const shuffled = [
            { id: "r.txt", title: "r", format: "report" as const, text: `Start.\n\n${some.join(end)}` },
          ];
          expect(checkCorpus(ingest(shuffled, META).corpus, shuffled)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
