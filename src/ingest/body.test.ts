import { describe, expect, it } from "vitest";
import type { Block } from "./blocks.ts";
import { readBody } from "./body.ts";
import { splitLines } from "./lines.ts";

const read = (source: string): Block[] => readBody(source, splitLines(source));

describe("readBody", () => {
  it("reads bullets, letters and numbers as lists, across blank lines", () => {
    const lists = read(
      "- one\n- **two**\n\n- three\n\nText.\n\n(a) a;\n\n(b) b.\n\nText.\n\n1. x\n2. y\n",
    ).flatMap((block) => (block.type === "list" ? [block.items.map((item) => item.text)] : []));
    expect(lists).toEqual([
      ["one", "two", "three"],
      ["(a) a;", "(b) b."],
      ["1. x", "2. y"],
    ]);
  });

  it("takes numbered paragraphs that do not count from one for running text", () => {
    expect(
      read(`2. ${"The parties agree on much. ".repeat(8)}\n\n3. They meet.`).map((block) => block.type),
    ).toEqual(["paragraph", "paragraph"]);
  });

  it("puts hard-wrapped lines together and leaves long lines apart", () => {
    const long = `${"Words that fill a line well beyond any wrap, ".repeat(4)}end.`;
    const texts = read(`A short line\nthat goes on.\n\n${long}\n${long}`).map((block) =>
      block.type === "paragraph" ? block.piece.text : "",
    );
    expect(texts).toEqual(["A short line that goes on.", long, long]);
  });

  it("reads a table with its notes, empty cells kept", () => {
    const [table] = read(
      "Table 2. Floods\n\n\tSpring\tAutumn\nTown*\t9\t\n\nSources: Halls.\n\n(*) Old.\n\nText.",
    );
    expect(table).toMatchObject({ type: "table", header: ["", "Spring", "Autumn"] });
    if (table?.type !== "table") return expect.unreachable();
    expect(table.rows.map((row) => [row.piece.text, row.cells])).toEqual([["Town*\t9", ["Town*", "9", ""]]]);
    expect(table.notes.map((note) => note.text)).toEqual(["Sources: Halls.", "(*) Old."]);
  });

  it("reads figures, a box, an epigraph and a pull quote", () => {
    const source =
      'Figure 1. Ships\n\nSource: Board.\n\nBox 1: Promises\n\n1. Pilots.\n2. Ferries.\n\n"One."\n\n"Two."\n\n-Jo Doe, 2021\n\n"Three."';
    expect(read(source).map((block) => ("kind" in block ? block.kind : block.type))).toEqual([
      "figure-caption",
      "figure-source",
      "figure-caption",
      "box-item",
      "epigraph",
      "pull-quote",
    ]);
  });

  it("does not take a paragraph about a figure for a caption", () => {
    expect(read("Figure 1 shows the ships of the fleet.").map((block) => block.type)).toEqual(["paragraph"]);
  });
});
