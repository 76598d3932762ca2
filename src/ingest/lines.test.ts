import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitLines, standsAlone } from "./lines.ts";

describe("splitLines", () => {
  it("keeps offsets with every kind of line ending and leaves tabs to raw", () => {
    const source = "\uFEFFone\r\n\ttwo\t\n\nthree";
    const lines = splitLines(source);
    expect(lines.map((line) => line.text)).toEqual(["one", "two", "", "three"]);
    expect(lines[1]?.raw).toBe("\ttwo\t");
    expect(lines.map(({ start, end }) => source.slice(start, end))).toEqual(["one", "two", "", "three"]);
  });

  it("gives back every character but the line endings, at its offset", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", " ", "\t", "é", "\n", "\r\n", "\r"), { maxLength: 40 }),
        (parts) => {
          const source = parts.join("");
          const lines = splitLines(source);
          expect(lines.map((line) => line.raw).join("")).toBe(source.replace(/[\r\n]/gu, ""));
          for (const line of lines) {
            expect(source.slice(line.rawStart, line.rawStart + line.raw.length)).toBe(line.raw);
            expect(source.slice(line.start, line.end)).toBe(line.text);
          }
        },
      ),
    );
  });

  it("knows which lines stand alone", () => {
    const lines = splitLines("a\n\nb\nc");
    expect([0, 2, 3].map((at) => standsAlone(lines, at))).toEqual([true, false, false]);
  });
});
