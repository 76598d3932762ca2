import { describe, expect, it } from "vitest";
import { isHeadingLine, isNumberedHeading } from "./headings.ts";
import { splitLines } from "./lines.ts";

const heading = (...paragraphs: string[]): boolean => isHeadingLine(splitLines(paragraphs.join("\n\n")), 0);

describe("isHeadingLine", () => {
  it.each([
    ["Investing in Roads", "Roads are old."],
    ["Introduction¹", "Roads are old."],
    ["COVID-19 Response", "- An item"],
    ["What should be done?", "Much."],
  ])("takes %j for a heading", (line, below) => {
    expect(heading(line, below)).toBe(true);
  });

  it.each([
    ["Roads are old.", "They crumble."],
    ["Article 27.2:", "2. The parties agree."],
    ["(...)", "And so on."],
    ["The problem", "was known to all."],
    ["Cut off by the end of the", "Mexican page."],
    ["A sustainable approach to roads.", "Old Roads"],
    ["lower case start", "Text."],
    ["- An item", "Text."],
    ["Figure 1. Roads", "Text."],
    ["Sources: The board", "Text."],
    ['"Roads are old"', "Text."],
    ["One\ttwo", "Text."],
    [`The ${"very ".repeat(30)}long line`, "Text."],
  ])("does not take %j for a heading", (line, below) => {
    expect(heading(line, below)).toBe(false);
  });

  it("takes a few words with a full stop between running text and a heading", () => {
    const at = (line: string): boolean =>
      isHeadingLine(splitLines(`Roads are old.\n\n${line}\n\nOld Roads`), 2);
    expect(at("A sustainable approach to roads.")).toBe(true);
    expect(at("But this is not enough.")).toBe(false);
  });

  it("wants blank lines around", () => {
    expect(isHeadingLine(splitLines("Old Roads\nText goes on."), 0)).toBe(false);
  });
});

describe("isNumberedHeading", () => {
  it("is a numbered sentence alone above running text", () => {
    const at = (text: string): boolean => isNumberedHeading(splitLines(text), 0);
    expect(at("4. Develop a better approach to roads.\n\nRoads are old.")).toBe(true);
    expect(at("2. The parties agree. They will meet again.\n\nText.")).toBe(false);
    expect(at("1. First\n\n2. Second")).toBe(false);
    expect(at("1. To this end, each party shall adopt:\n\nText.")).toBe(false);
  });
});
