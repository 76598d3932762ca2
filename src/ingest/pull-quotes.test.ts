import { describe, expect, it } from "vitest";
import { readBody } from "./body.ts";
import { splitLines } from "./lines.ts";
import { dropRepeats, markStandfirst, repeatsBody } from "./pull-quotes.ts";

const BODY = "The region also gives “clear” examples of how trade, and much else, can hurt.¹ It is so.";

describe("repeatsBody", () => {
  it.each([
    "\"The [border] region also gives 'clear' examples\"",
    "“…examples of how trade … can hurt.”",
    '"It is so"',
  ])("finds %s in the body", (quote) => {
    expect(repeatsBody(quote, BODY)).toBe(true);
  });

  it.each(['"can hurt ... examples of how trade"', '"The area also gives clear examples"', '"..."'])(
    "does not find %s",
    (quote) => {
      expect(repeatsBody(quote, BODY)).toBe(false);
    },
  );
});

describe("dropRepeats and markStandfirst", () => {
  it("drop what the text says again and keep the rest", () => {
    const source = [
      "Roads matter.",
      "Plans",
      "Today, roads matter.",
      '"Roads matter."',
      '"Nobody asked."',
    ].join("\n\n");
    const result = dropRepeats(markStandfirst(readBody(source, splitLines(source))));
    expect(result.standfirsts).toEqual([{ text: "Roads matter.", repeatsBody: true }]);
    expect(result.pullQuotes).toEqual([
      { text: '"Roads matter."', repeatsBody: true },
      { text: '"Nobody asked."', repeatsBody: false },
    ]);
    expect(result.blocks.map((block) => (block.type === "table" ? "" : block.type))).toEqual([
      "heading",
      "paragraph",
      "whole",
    ]);
  });

  it("take no opening paragraph of several sentences for a standfirst", () => {
    const source = "Roads matter. They are old.\n\nPlans\n\nText.";
    expect(markStandfirst(readBody(source, splitLines(source)))[0]?.type).toBe("paragraph");
  });
});
