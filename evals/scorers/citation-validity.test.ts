import { describe, expect, it } from "vitest";
import type { Citation } from "../../src/domain/contract.ts";
import { citationFaults } from "./citation-validity.ts";

const SOURCE = "The rate\nrose.¹¹ It fell.";
const PASSAGE = {
  source: SOURCE,
  text: "The rate rose. It fell.",
  segments: [
    { start: 0, end: 8 },
    { start: 8, end: 9, as: " " },
    { start: 9, end: 14 },
    { start: 16, end: 25 },
  ],
};
const CITATION: Citation = {
  marker: 1,
  passageId: "p1",
  quote: "The rate rose.",
  text: PASSAGE.text,
  start: 0,
  end: 14,
  source: { id: "s", title: "S" },
  chapter: { number: 1, title: "One", authors: [] },
  section: null,
  pages: null,
  table: null,
  notes: [],
  check: "verbatim",
  url: "/report#p-p1",
};
const faults = (answer: string, ...citations: Citation[]): string[] =>
  citationFaults({ answer, citations }, (id) => (id === "p1" ? PASSAGE : undefined));

describe("citationFaults", () => {
  it("finds none in a quote that the source spells", () => {
    expect(faults("It rose. [1] It did. [1]", CITATION)).toEqual([]);
    expect(faults("Nothing is said, not even \\[3\\].")).toEqual([]);
  });

  it.each<[string, string, Citation[]]>([
    ["a marker without a citation", "Rose. [1] Fell. [2]", [CITATION]],
    ["a citation without a marker", "Rose.", [CITATION]],
    ["markers out of order", "Fell. [2] Rose. [1]", [CITATION, { ...CITATION, marker: 2 }]],
    ["citations that are not numbered", "Rose. [1] Fell. [2]", [CITATION, CITATION]],
    ["a quote that is not at its offsets", "Rose. [1]", [{ ...CITATION, start: 1 }]],
    ["an empty quote", "Rose. [1]", [{ ...CITATION, quote: "", start: 0, end: 0 }]],
    ["an unknown passage", "Rose. [1]", [{ ...CITATION, passageId: "p2" }]],
    [
      "a text that is not the passage's",
      "Rose. [1]",
      [{ ...CITATION, text: "The rate rose.", quote: "The rate rose." }],
    ],
  ])("names %s", (_, answer, citations) => {
    expect(faults(answer, ...citations)).toHaveLength(1);
  });

  it("names a passage that the source does not spell", () => {
    const edited = { ...PASSAGE, source: SOURCE.replace("rose", "fell") };
    const found = citationFaults({ answer: "Rose. [1]", citations: [CITATION] }, () => edited);
    expect(found).toEqual(["[1] is not spelled by the source"]);
  });
});
