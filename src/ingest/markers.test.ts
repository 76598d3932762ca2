import { describe, expect, it } from "vitest";
import { findMarkers } from "./markers.ts";

const numbers = (text: string): number[][] => findMarkers(text, 0, text.length).map((m) => [...m.numbers]);

describe("findMarkers", () => {
  it("reads superscripts and braces", () => {
    expect(numbers("one.¹² Two,^{5, 16} three.^{7–9}")).toEqual([[12], [5, 16], [7, 8, 9]]);
  });

  it("leaves powers and units in the text", () => {
    expect(numbers("10⁶ people on 3 km² and 5m² of land")).toEqual([]);
    expect(numbers("in 2000,² and (Section 4)³.")).toEqual([[2], [3]]);
  });

  it("takes the white space before a marker along when white space follows", () => {
    const text = "word ³ next";
    expect(findMarkers(text, 0, text.length)).toEqual([{ start: 4, end: 6, numbers: [3] }]);
  });
});
