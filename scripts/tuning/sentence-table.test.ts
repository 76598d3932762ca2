import { describe, expect, it } from "vitest";
import { corpusMetaSchema } from "../../src/domain/corpus.ts";
import { ingest } from "../../src/ingest/index.ts";
import { sentenceTable } from "./sentence-table.ts";

const text =
  "# Trade\n\nTrade grew fast in 2019. It slowed a year later.\n\n# Summary\n\nTrade grew fast in 2019.\n";
const meta = corpusMetaSchema.parse({ id: "trade", title: "Trade" });
const { corpus } = ingest([{ id: "a.md", title: "Trade", format: "markdown", text }], meta);
const { texts, rowsAt } = sentenceTable(corpus);

describe("sentenceTable", () => {
  it("has a sentence that is there twice once, and finds it at both places", () => {
    expect(texts.filter((one) => one.includes("grew fast"))).toHaveLength(1);
    const places = [text.indexOf("Trade grew"), text.lastIndexOf("Trade grew")];
    const [first, second] = places.map((start) => rowsAt("a.md", [{ start, end: start + 24 }]));
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });

  it("finds a sentence of which most is in a span, or that a span is in, and no other", () => {
    const start = text.indexOf("It slowed");
    const at = (from: number, to: number): string[] =>
      rowsAt("a.md", [{ start: start + from, end: start + to }]).flatMap((row) => texts[row] ?? []);
    expect(at(3, 9)).toEqual([expect.stringContaining("It slowed")]);
    expect(at(-2, 24)).toEqual([expect.stringContaining("It slowed")]);
    expect(at(-20, 2)).toEqual([expect.stringContaining("grew fast")]);
    expect(rowsAt("b.md", [{ start, end: start + 20 }])).toEqual([]);
  });
});
