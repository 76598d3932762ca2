import { describe, expect, it } from "vitest";
import { corpusMetaSchema } from "../domain/corpus.ts";
import type { Passage } from "../domain/passage.ts";
import { checkCorpus, ingest } from "./index.ts";
import { MADE_UP_REPORT } from "./made-up-report.fixture.ts";

const META = corpusMetaSchema.parse({ id: "harbour", title: "The Harbour Report: Ships and Towns" });
const document = (text: string) => ({ id: "r.txt", title: "r", format: "report" as const, text });

describe("a report of another house", () => {
  const documents = [document(MADE_UP_REPORT)];
  const { corpus, report } = ingest(documents, META);
  const texts = (kind: string): string[] => corpus.passages.filter((p) => p.kind === kind).map((p) => p.text);
  const find = (start: string): Passage | undefined => corpus.passages.find((p) => p.text.startsWith(start));

  it("passes its own check", () => {
    expect(checkCorpus(corpus, documents)).toEqual([]);
  });

  it("finds chapters, authors and pages, whatever the order of their heads", () => {
    expect(corpus.chapters).toEqual([
      { number: null, title: "Foreword", authors: ["Ada Marsh", "Bo Quay"], pages: { from: 1, to: 4 } },
      {
        number: 1,
        title: "Ships First: The State of the Fleet",
        authors: ["Cora Dee"],
        pages: { from: 5, to: 11 },
      },
      {
        number: 2,
        title: "Towns by the Water",
        authors: ["Ada Marsh", "Bo Quay", "Eli Fjord"],
        pages: { from: 12, to: 19 },
      },
      { number: null, title: "About the Authors", authors: [], pages: { from: 20, to: null } },
    ]);
    expect(texts("byline")).toEqual([
      "By **Ada Marsh & Bo Quay**",
      "By Cora Dee",
      "By Ada Marsh, Bo Quay, & Eli Fjord",
    ]);
    expect(texts("contents-entry")[1]).toBe("01. Ships First: The State of the Fleet 5 By Cora Dee");
  });

  it("finds headings and their levels", () => {
    expect(report.headings.map(({ chapter, level, text }) => `${chapter} ${level} ${text}`)).toEqual([
      "0 1 Key Points at a Glance",
      "0 2 Ships",
      "0 2 Towns",
      "1 1 Key Policy Recommendations",
      "1 1 Introduction",
      "1 1 What should be done?",
      "1 2 1. Renew the ferries.",
      "1 2 2. Train more pilots.",
      "1 1 Endnotes",
      "2 1 Roads",
    ]);
  });

  it("joins the page break and leaves out what the text says again", () => {
    expect(find("The fleet is older")?.text).toContain(
      "the yards that built them have closed. The average ship covers 40 km²",
    );
    expect(report.joins).toHaveLength(1);
    expect(texts("pull-quote")).toEqual(['"No captain asked for this."']);
    expect(report.standfirsts).toEqual([
      { chapter: 1, text: "The fleet is older than its crews.", repeatsBody: true },
      { chapter: 2, text: "A new start for towns.", repeatsBody: false },
    ]);
    expect(texts("epigraph")).toEqual(['"Water gives and water takes." —Captain Nemo']);
  });

  it("links markers to endnotes, that of a heading too, and reports those that fall back", () => {
    const linked = corpus.passages.flatMap((p) =>
      p.notes.map((n) => [
        n.number,
        p.text.slice(0, n.at).slice(-6),
        corpus.passages.find((e) => e.id === n.passageId)?.text,
      ]),
    );
    expect(linked).toEqual([
      [1, "", "Thanks to the board."],
      [2, " 1990,", "Harbour Board, *Register*, 2020, <https://example.org/register>"],
      [3, "losed.", "Dee, C. (2019)."],
      [4, "losed.", "Ibid."],
    ]);
    expect(report.unlinkedMarkers).toEqual([{ chapter: 1, number: 3, after: "(c) crews." }]);
  });

  it("gives lists their lead-in and its passage", () => {
    const item = find("(b) time");
    expect(item?.list).toMatchObject({ index: 1, size: 3, leadIn: "Three things matter:" });
    expect(corpus.passages.find((p) => p.id === item?.list?.leadInPassageId)?.text).toContain(
      "Three things matter:",
    );
    expect(find("Renew the ferries.")).toMatchObject({
      text: "Renew the ferries. They carry most people.",
      list: { leadIn: "Key Policy Recommendations", leadInPassageId: null, size: 2 },
    });
    expect(find("2. A ferry")?.list).toMatchObject({ leadIn: "Box 1: The Board's Promises", index: 1 });
  });

  it("ends a section of key points with its list", () => {
    const text = "Key Findings\n\n- one\n- two\n\nRoads are old. They crumble.\n\nPorts\n\nPorts are old.";
    expect(ingest([document(text)], META).corpus.passages.map((p) => p.section.join(" > "))).toEqual([
      "Key Findings",
      "Key Findings",
      "",
      "Ports",
    ]);
  });

  it("gives rows their caption, header, cells and notes", () => {
    expect(find("Lower Town*")?.table).toEqual({
      caption: "Table 1. Floods by Town",
      header: ["", "Spring", "Autumn"],
      cells: ["Lower Town*", "9", ""],
      note: "Sources: Town halls. (*) Without the island.",
    });
  });

  it("puts biographies under their names", () => {
    expect(corpus.passages.filter((p) => p.kind === "biography").map((p) => p.section)).toEqual([
      ["Cora Dee"],
      ["Ada Marsh"],
    ]);
  });

  it("reads the same with Windows line endings and a byte order mark", () => {
    const other = [document(`\uFEFF${MADE_UP_REPORT.replaceAll("\n", "\r\n")}`)];
    const built = ingest(other, META).corpus;
    expect(checkCorpus(built, other)).toEqual([]);
    expect(built.passages.map((p) => [p.id, p.text])).toEqual(corpus.passages.map((p) => [p.id, p.text]));
  });

  it("is one chapter without a table of contents", () => {
    const built = ingest([document("Roads\n\nRoads are old.\n\n- one\n- two")], META).corpus;
    expect(built.chapters).toEqual([{ number: null, title: META.title, authors: [], pages: null }]);
    expect(built.passages.map((p) => [p.kind, p.section])).toEqual([
      ["prose", ["Roads"]],
      ["list-item", ["Roads"]],
      ["list-item", ["Roads"]],
    ]);
  });

  it("refuses a corpus without text", () => {
    expect(() => ingest([document(" \n")], META)).toThrow(expect.objectContaining({ code: "corpus_empty" }));
  });
});
