import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrap } from "./wrap.ts";

describe("wrapping", () => {
  it("breaks at spaces, indents, and hangs items under their text", () => {
    expect(wrap("one two three", 7)).toBe("one two\nthree");
    expect(wrap("one two three", 9, "  ")).toBe("  one two\n  three");
    expect(wrap("- one two", 6)).toBe("- one\n  two");
    expect(wrap("", 10)).toBe("");
  });

  it("keeps every word, and lines within the width but for words that are wider", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const wrapped = wrap(text, width);
        const words = (value: string): string[] => value.split(/\s+/u).filter((word) => word !== "");
        expect(words(wrapped)).toEqual(words(text));
        for (const line of wrapped.split("\n").filter((line) => Array.from(line).length > width)) {
          expect(words(line).filter((word) => word !== "-" && word !== "*")).toHaveLength(1);
        }
      }),
    );
  });
});
