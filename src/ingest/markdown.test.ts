import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corpusMetaSchema } from "../domain/corpus.ts";
import type { Passage } from "../domain/passage.ts";
import { checkCorpus, ingest } from "./index.ts";

const META = corpusMetaSchema.parse({ id: "notes", title: "Notes" });
const file = (text: string, id = "a.md") => ({ id, title: "A file", format: "markdown" as const, text });

function read(text: string): {
  passages: readonly Passage[];
  chapters: string[];
  headings: [number, string][];
} {
  const documents = [file(text)];
  const { corpus } = ingest(documents, META);
  expect(checkCorpus(corpus, documents)).toEqual([]);
  return {
    passages: corpus.passages,
    chapters: corpus.chapters.map((chapter) => chapter.title),
    headings: corpus.headings.map(({ level, text: words }) => [level, words]),
  };
}
const texts = (source: string): string[] => read(source).passages.map((p) => p.text);

describe("Markdown", () => {
  it("makes a chapter of every H1, and of the file when there is none", () => {
    expect(read("# One *bold* title\n\nA.\n\n# Two\n\nB.").chapters).toEqual(["One bold title", "Two"]);
    expect(read("Before.\n\n# One\n\nA.").chapters).toEqual(["One"]);
    expect(read("Before.\n\n# One\n\nA.\n\n# Two\n\nB.").chapters).toEqual(["A file", "One", "Two"]);
    expect(read("Just text.").chapters).toEqual(["A file"]);
  });

  it("makes sections of the other headings, level 1 right below the chapter", () => {
    expect(read("# T\n\n## A\n\n### B\n\nText.\n\n## C\n\nMore.").headings).toEqual([
      [1, "A"],
      [2, "B"],
      [1, "C"],
    ]);
    const { headings, passages } = read("### A\n\n#### B\n\nText.");
    expect(headings).toEqual([
      [1, "A"],
      [2, "B"],
    ]);
    expect(passages[0]?.section).toEqual(["A", "B"]);
  });

  it("reads soft breaks and quote marks as spaces, with Windows line endings too", () => {
    expect(texts("One\r\ntwo  \r\nthree.\r\n\r\n> Quoted\r\n> words.")).toEqual([
      "One two three.\n\nQuoted words.",
    ]);
  });

  it("skips front matter, comments and a byte order mark", () => {
    expect(texts("\uFEFF---\ntitle: x\n---\n\n<!-- hidden -->\n\nText.")).toEqual(["Text."]);
  });

  it("keeps HTML and code as plain text, images by their words", () => {
    expect(texts("<b onclick='x'>Hi</b>\n\n```js\nlet a = 1;\n```")).toEqual([
      "<b onclick='x'>Hi</b>\n\nlet a = 1;",
    ]);
    expect(read("![A map of roads](map.png)").passages[0]).toMatchObject({
      kind: "figure-caption",
      text: "A map of roads",
    });
  });

  it("gives list items their lead-in; an inner list hangs on its item", () => {
    const { passages } = read("The aims are:\n\n- first\n  goes on\n- second:\n  1. inner\n");
    expect(passages.slice(1).map((p) => [p.kind, p.text, p.list?.leadIn])).toEqual([
      ["list-item", "first goes on", "The aims are:"],
      ["list-item", "second:", "The aims are:"],
      ["list-item", "inner", "second:"],
    ]);
    expect(passages[1]?.list?.leadInPassageId).toBe(passages[0]?.id);
    expect(passages[3]?.list?.leadInPassageId).toBe(passages[2]?.id);
  });

  it("gives table rows caption, header and cells", () => {
    const [row, last] = read("Table 1. Things\n\n| a | *b* |\n|---|---|\n| 1 | 2 |\n| 3 | |\n").passages;
    expect(row).toMatchObject({
      kind: "table-row",
      text: "| 1 | 2 |",
      table: { caption: "Table 1. Things", header: ["a", "*b*"], cells: ["1", "2"], note: null },
    });
    expect(last?.table?.cells).toEqual(["3", ""]);
    expect(
      read("These are so:\n\n| a |\n|---|\n| 1 |\n").passages.map((p) => [p.text, p.table?.caption]),
    ).toEqual([
      ["These are so:", undefined],
      ["| 1 |", "These are so:"],
    ]);
  });

  it("keeps chapters and orders apart over several files", () => {
    const documents = [file("# One\n\nSame words."), file("# Two\n\nSame words.", "b.md")];
    const { corpus } = ingest(documents, META);
    expect(checkCorpus(corpus, documents)).toEqual([]);
    expect(corpus.passages.map((p) => [p.documentId, p.chapter, p.order])).toEqual([
      ["a.md", 0, 0],
      ["b.md", 1, 1],
    ]);
  });

  it("spells every passage from its source, whatever the Markdown", () => {
    const bits = [
      "# H\n",
      "word ",
      "- item\n",
      "  - in\n",
      "> q\n",
      "\n",
      "\n\n",
      "| a | b |\n|---|---|\n| 1 | 2 |\n",
      "```\ncode\n```\n",
      "*x*",
      "\\\n",
      "\r\n",
      "\t",
      "1. n\n",
      "<p>\n",
      "é😀",
      "---\n",
      "![i](u)",
      "\uFEFF",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 20 }), (parts) => {
        const documents = [file(`Start.\n\n${parts.join("")}`)];
        expect(checkCorpus(ingest(documents, META).corpus, documents)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
