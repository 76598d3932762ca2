import { describe, expect, it } from "vitest";
import { readBody } from "./body.ts";
import { withLevels } from "./heading-levels.ts";
import { splitLines } from "./lines.ts";

function levels(...paragraphs: string[]): [number, string][] {
  const source = paragraphs.join("\n\n");
  return withLevels(readBody(source, splitLines(source))).flatMap((block): [number, string][] =>
    block.type === "heading" ? [[block.level, block.piece.text]] : [],
  );
}

describe("withLevels", () => {
  it("puts numbered headings below the section they stand in", () => {
    expect(levels("Plans", "Five plans.", "1. Build more roads.", "Text.", "Outlook", "Text.")).toEqual([
      [1, "Plans"],
      [2, "1. Build more roads."],
      [1, "Outlook"],
    ]);
  });

  it("puts headings below one that they follow directly, up to a conclusion", () => {
    expect(
      levels("They are old.", "A way forward.", "Roads", "Text.", "Ports", "Text.", "Conclusion", "Text."),
    ).toEqual([
      [1, "A way forward."],
      [2, "Roads"],
      [2, "Ports"],
      [1, "Conclusion"],
    ]);
  });

  it("puts headings below a section that announces them, up to the last one it names", () => {
    const announcement =
      "This section will discuss rules. It will then go over investment and the environment.";
    expect(
      levels(
        "Energy",
        announcement,
        "Bending the Law",
        "Text.",
        "Environmental Harm",
        "Text.",
        "Outlook",
        "Text.",
      ),
    ).toEqual([
      [1, "Energy"],
      [2, "Bending the Law"],
      [2, "Environmental Harm"],
      [1, "Outlook"],
    ]);
    expect(levels("Introduction", announcement, "Environmental Harm", "Text.")).toEqual([
      [1, "Introduction"],
      [1, "Environmental Harm"],
    ]);
  });
});
