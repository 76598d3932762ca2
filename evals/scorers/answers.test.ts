import { describe, expect, it } from "vitest";
import { answerLength } from "./answer-length.ts";
import { citationPrecision } from "./citation-precision.ts";
import { citationRecall } from "./citation-recall.ts";
import { factRecall, missingFacts } from "./fact-recall.ts";
import type { SourceRange } from "./source-range.ts";

const at = (start: number, end: number): SourceRange => ({ document: "a", start, end });

describe("factRecall", () => {
  it("is the share of groups of which any alternative is stated", () => {
    const facts = [["8", "eight"], ["24"], ["2011"]];
    expect(factRecall("From eight to 24. [1]", facts)).toBeCloseTo(2 / 3, 10);
    expect(missingFacts("From eight to 24. [1]", facts)).toEqual([["2011"]]);
    expect(factRecall("", facts)).toBe(0);
    expect(factRecall("anything", [])).toBe(1);
  });
});

describe("citation precision and recall", () => {
  const groups = [[at(0, 50), at(500, 550)], [at(100, 150)]];

  it("count the citations with evidence, and the evidence with a citation", () => {
    const cited = [[at(500, 550)], [at(300, 350)]];
    expect(citationPrecision(cited, groups)).toBe(0.5);
    expect(citationRecall(cited, groups)).toBe(0.5);
    expect(citationRecall([[at(0, 150)]], groups)).toBe(1);
    expect(citationRecall([], groups)).toBe(0);
  });

  it("take any of the ranges that a quote over a page break is made of", () => {
    expect(citationPrecision([[at(90, 99), at(101, 150)]], groups)).toBe(1);
  });
});

describe("answerLength", () => {
  it("counts the words that are read", () => {
    expect(answerLength("The rate was 4.3 per cent in the U.S. [1]\n\n- **Bold** claim. [2]")).toBe(11);
    expect(answerLength("")).toBe(0);
  });
});
