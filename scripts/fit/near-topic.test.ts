import { describe, expect, it } from "vitest";
import { deal, thin } from "./near-topic.ts";

describe("deal", () => {
  it("gives every item to one hand, in turn", () => {
    expect(deal([1, 2, 3, 4, 5], 2)).toEqual([
      [1, 3, 5],
      [2, 4],
    ]);
  });
});

describe("thin", () => {
  it("takes evenly from all of it, and everything when there is no more than may be", () => {
    const items = Array.from({ length: 100 }, (_, i) => i);
    const taken = thin(items, 30);
    expect(taken.length).toBeGreaterThan(27);
    expect(taken.length).toBeLessThan(32);
    expect(Math.max(...taken)).toBeGreaterThan(90);
    expect(thin(items, 100)).toEqual(items);
    expect(thin(items, 200)).toEqual(items);
  });
});
