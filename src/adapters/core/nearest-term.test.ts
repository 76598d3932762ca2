import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestTerms } from "./nearest-term.ts";

const nearest = nearestTerms([
  ["popul", 4],
  ["popular", 9],
  ["migrat", 30],
  ["remitt", 5],
  ["borders", 1],
  ["bordery", 7],
  ["ciudad2", 3],
]);

describe("nearestTerms", () => {
  it("finds the term that a word misspells", () => {
    expect(nearest("migrut")).toBe("migrat");
    expect(nearest("popull")).toBe("popul");
  });

  it("prefers the more frequent of equally near terms, whatever their order", () => {
    expect(nearest("borderx")).toBe("bordery");
  });

  it("finds none for what is too far away, too short, a figure, or begins otherwise", () => {
    expect(nearest("remarks")).toBeNull();
    expect(nearest("migr")).toBeNull();
    expect(nearest("ciudad3")).toBeNull();
    expect(nearest("bigrat")).toBeNull();
  });

  it("finds a known term by one changed letter after the first, when no other is as near", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/u), fc.nat(), (term, at) => {
        const place = 1 + (at % (term.length - 1));
        const typed = `${term.slice(0, place)}*${term.slice(place + 1)}`;
        expect(nearestTerms([[term, 1]])(typed)).toBe(term);
      }),
    );
  });
});
