import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "./english-analyzer.ts";

describe("createEnglishAnalyzer", () => {
  const { terms, isStopWord } = createEnglishAnalyzer();

  it("gives one term to the spellings of a name, a number and a percentage", () => {
    expect(terms("the United States")).toEqual(terms("U.S."));
    expect(terms("per 100,000")).toEqual(["100000"]);
    expect(terms("4.3%")).toEqual(["4.3", "percent"]);
    expect(terms("Mérida")).toEqual(terms("merida"));
  });

  it("stems words and drops those that carry no topic", () => {
    expect(terms("How many nurses did Mexico's hospitals register?")).toEqual(
      terms("nurse mexico hospital registered"),
    );
    expect(isStopWord("The")).toBe(true);
    expect(isStopWord("tariff")).toBe(false);
  });
});
