import { describe, expect, it } from "vitest";
import { ndcgAtK } from "./ndcg.ts";
import { recallAtK } from "./recall-at-k.ts";
import { evidenceRank, reciprocalRank } from "./reciprocal-rank.ts";
import { holds, quotes, type SourceRange } from "./source-range.ts";

const at = (start: number, end: number, document = "a"): SourceRange => ({ document, start, end });
const PASSAGES = [at(0, 100), at(100, 200), at(200, 300), at(300, 400)];
const ONE = [[at(210, 250)]];
const EITHER = [[at(310, 350), at(110, 150)]];
const BOTH = [[at(10, 20)], [at(310, 350)]];

describe("holds and quotes", () => {
  it("takes the greater part of the evidence for held", () => {
    expect(holds(at(0, 100), at(40, 140))).toBe(true);
    expect(holds(at(0, 100), at(50, 150))).toBe(false);
    expect(holds(at(0, 100, "b"), at(40, 60))).toBe(false);
  });

  it("takes a part of the evidence, and more than it, for quoted", () => {
    expect(quotes(at(40, 60), at(0, 100))).toBe(true);
    expect(quotes(at(0, 100), at(40, 60))).toBe(true);
    expect(quotes(at(0, 100), at(90, 190))).toBe(false);
    expect(quotes(at(0, 10), at(10, 20))).toBe(false);
  });
});

describe("recallAtK", () => {
  it.each([
    [ONE, 1, 0],
    [ONE, 3, 1],
    [EITHER, 1, 0],
    [EITHER, 2, 1],
    [BOTH, 1, 0.5],
    [BOTH, 3, 0.5],
    [BOTH, 10, 1],
    [[], 10, 0],
  ])("of %j in the first %d is %d", (groups, k, expected) => {
    expect(recallAtK(PASSAGES, groups, k)).toBe(expected);
  });
});

describe("reciprocalRank", () => {
  it("is one over the rank of the first passage with any evidence", () => {
    expect(reciprocalRank(PASSAGES, ONE)).toBeCloseTo(1 / 3, 10);
    expect(reciprocalRank(PASSAGES, EITHER)).toBe(1 / 2);
    expect(reciprocalRank(PASSAGES, [[at(900, 950)]])).toBe(0);
    expect(evidenceRank(PASSAGES, BOTH)).toBe(1);
    expect(evidenceRank([], BOTH)).toBeNull();
  });
});

describe("ndcgAtK", () => {
  it("discounts each group by the rank that first holds it", () => {
    expect(ndcgAtK(PASSAGES, ONE, 10)).toBeCloseTo(1 / Math.log2(4), 10);
    const ideal = 1 + 1 / Math.log2(3);
    expect(ndcgAtK(PASSAGES, BOTH, 10)).toBeCloseTo((1 + 1 / Math.log2(5)) / ideal, 10);
    expect(ndcgAtK(PASSAGES, BOTH, 2)).toBeCloseTo(1 / ideal, 10);
  });

  it("gives nothing for a second copy and never more than 1", () => {
    expect(ndcgAtK([at(0, 100), at(300, 400)], [[at(10, 20), at(310, 320)]], 10)).toBe(1);
    expect(ndcgAtK([at(0, 400)], BOTH, 10)).toBe(1);
    expect(ndcgAtK(PASSAGES, [[at(900, 950)]], 10)).toBe(0);
  });
});
