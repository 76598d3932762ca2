import { describe, expect, it } from "vitest";
import type { Block } from "./blocks.ts";
import { readBody } from "./body.ts";
import { joinPageBreaks } from "./joins.ts";
import { splitLines } from "./lines.ts";

function joined(...paragraphs: string[]): { texts: string[]; joins: number } {
  const source = paragraphs.join("\n\n");
  const { blocks, joins } = joinPageBreaks(readBody(source, splitLines(source)));
  return { texts: blocks.flatMap(textsOf), joins: joins.length };
}

function textsOf(block: Block): string[] {
  if (block.type === "list") return block.items.map((item) => item.text);
  return block.type === "table" ? [] : [block.piece.text];
}

describe("joinPageBreaks", () => {
  it("joins a cut sentence across blank lines, quotes and figures", () => {
    const long =
      "Mexicans perceive the new relationship with Biden, and with much else that the report looks at in depth.";
    expect(joined("It matters for how", '"A pull quote."', "Figure 1. Polls", long)).toEqual({
      texts: [`It matters for how ${long}`, '"A pull quote."', "Figure 1. Polls"],
      joins: 1,
    });
  });

  it("does not join complete paragraphs, nor across headings", () => {
    expect(joined("It ends here.²", "another begins.").joins).toBe(0);
    expect(joined("He said “yes.”", "it was so.").joins).toBe(0);
    expect(joined("as follows:", "it was so.").joins).toBe(0);
    expect(joined("it has no end", "New Roads", "It was so.").joins).toBe(0);
  });

  it("joins a list item only with words that go on in lower case", () => {
    expect(joined("- build roads and", "bridges.").texts).toEqual(["build roads and bridges."]);
    expect(joined("- Injury prevention", "The causes are many and known.").joins).toBe(0);
  });
});
