import { describe, expect, it } from "vitest";
import { isBiographyChapter, markBiographies } from "./biographies.ts";
import { readBody } from "./body.ts";
import { splitLines } from "./lines.ts";

describe("markBiographies", () => {
  it("puts each biography under the name it begins with", () => {
    const source =
      "Ann Lee, PhD, is a pilot.\n\nBo Q. Ek serves on the board.\n\nZed of the North, once a captain.\n\ncontact: a@example.org";
    const marked = markBiographies(readBody(source, splitLines(source)), ["Zed"]).map((block) =>
      block.type === "paragraph" ? [block.kind, block.section?.[0] ?? null] : [],
    );
    expect(marked).toEqual([
      ["biography", "Ann Lee"],
      ["biography", "Bo Q. Ek"],
      ["biography", "Zed"],
      ["prose", null],
    ]);
  });

  it("knows the chapter by its title", () => {
    expect(["About the Authors", "Contributors", "The Authors' View"].map(isBiographyChapter)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
