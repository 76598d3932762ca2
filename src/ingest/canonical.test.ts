import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rebuild } from "../domain/span.ts";
import { canonical, joinCanonical, sliceCanonical } from "./canonical.ts";

const words = fc
  .array(fc.constantFrom("a", "b.", "é", "😀", " ", "  ", "\n", "\t", "¹", "⁴²", "^{1,2}", "*x*"), {
    maxLength: 30,
  })
  .map((parts) => parts.join(""));

describe("canonical", () => {
  it("takes markers out, folds white space and keeps inline Markdown", () => {
    const piece = canonical("  *El Financiero*\n asked,¹  and \\$45\u00a0billion.^{2,3} ", {
      start: 0,
      end: 54,
    });
    expect(piece.text).toBe("*El Financiero* asked, and \\$45 billion.");
    expect(piece.markers.map(({ at, number }) => [piece.text.slice(0, at).slice(-6), number])).toEqual([
      ["asked,", 1],
      ["llion.", 2],
      ["llion.", 3],
    ]);
  });

  it("spells its text from its segments, with no marker and no double space in it", () => {
    fc.assert(
      fc.property(words, (tail) => {
        const source = `x${tail}`;
        const { text, segments } = canonical(source, { start: 0, end: source.length });
        expect(rebuild(source, segments)).toBe(text);
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/\s\s|[\n\t¹]/u);
      }),
    );
  });

  it("keeps spelling its text when joined and sliced", () => {
    fc.assert(
      fc.property(words, words, fc.nat(60), fc.nat(60), (one, other, a, b) => {
        const source = `${one}\n\n${other}`;
        const whole = joinCanonical(
          [
            canonical(source, { start: 0, end: one.length }),
            canonical(source, { start: one.length + 2, end: source.length }),
          ],
          " ",
        );
        expect(rebuild(source, whole.segments)).toBe(whole.text);
        const [start = 0, end = 0] = [a, b].map((n) => Math.min(n, whole.text.length)).sort((x, y) => x - y);
        const part = sliceCanonical(whole, start, end);
        expect(rebuild(source, part.segments)).toBe(whole.text.slice(start, end));
        expect(part.markers.every((m) => m.at >= 0 && m.at <= part.text.length)).toBe(true);
      }),
    );
  });

  it("gives every marker to one of the two halves of a text", () => {
    const whole = canonical("One.¹ Two.² Three.³", { start: 0, end: 19 });
    const cut = whole.text.indexOf(" Two");
    const halves = [sliceCanonical(whole, 0, cut), sliceCanonical(whole, cut + 1, whole.text.length)];
    expect(halves.map((half) => half.markers.map((m) => m.number))).toEqual([[1], [2, 3]]);
  });
});
