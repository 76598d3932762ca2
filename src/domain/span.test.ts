import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rebuild, sourceExtent, sourceSpans, type Segment } from "./span.ts";

const SOURCE = "The rate rose.¹² It   fell\n\nagain in 2011.";

describe("rebuild", () => {
  it("spells text from slices, replacements and gaps", () => {
    const segments: Segment[] = [
      { start: 0, end: 14 },
      { start: 16, end: 17 },
      { start: 17, end: 19 },
      { start: 19, end: 22, as: " " },
      { start: 22, end: 26 },
      { start: 26, end: 28, as: " " },
      { start: 28, end: 42 },
    ];
    expect(rebuild(SOURCE, segments)).toBe("The rate rose. It fell again in 2011.");
    expect(sourceSpans(segments, { start: 15, end: 22 })).toEqual([{ start: 17, end: 26 }]);
    expect(sourceSpans(segments, { start: 0, end: 17 })).toEqual([
      { start: 0, end: 14 },
      { start: 16, end: 19 },
    ]);
  });
});

describe("sourceSpans", () => {
  it("refuses a range outside the text", () => {
    expect(() => sourceSpans([{ start: 0, end: 3 }], { start: 1, end: 9 })).toThrow(RangeError);
  });

  it("finds, for any cut of a text into verbatim segments, the source of any range", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.array(fc.nat(60)),
        fc.nat(60),
        fc.nat(60),
        (text, cuts, a, b) => {
          const edges = [...new Set([0, text.length, ...cuts.filter((c) => c < text.length)])].sort(
            (x, y) => x - y,
          );
          const segments = edges.slice(1).map((end, i) => ({ start: edges[i] ?? 0, end }));
          const start = Math.min(a, b, text.length);
          const end = Math.min(Math.max(a, b), text.length);
          const spans = sourceSpans(segments, { start, end });
          expect(spans.map((s) => text.slice(s.start, s.end)).join("")).toBe(text.slice(start, end));
          expect(spans.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("sourceExtent", () => {
  it("reaches from the first to the last character, over what was taken out between", () => {
    const segments = [
      { start: 10, end: 15 },
      { start: 17, end: 20 },
    ];
    expect(sourceExtent(segments, { start: 1, end: 7 })).toEqual({ start: 11, end: 19 });
    expect(sourceExtent(segments, { start: 2, end: 2 })).toBeNull();
  });
});
