import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { nameRuns } from "./name-runs.ts";

const NAMES = new Set(["biden", "norwick"]);
const words = {
  analyzer: createEnglishAnalyzer(),
  isName: (word: string) => NAMES.has(word.toLowerCase()),
  isPerson: () => false,
};
const names = (text: string): string[] => nameRuns(text, words).map((run) => run.text);

describe("nameRuns", () => {
  it("are capitalised words that stand together", () => {
    expect(names("Why did the Board of Trade leave Port Elmsby?")).toEqual([
      "the Board of Trade",
      "Port Elmsby",
    ]);
  });

  it("begin with a text's first word only when it is a name elsewhere, or goes on", () => {
    expect(names("Biden’s plan for boats?")).toEqual(["Biden"]);
    expect(names("AMLO said what?")).toEqual(["AMLO"]);
    expect(names("Ann Lee said what?")).toEqual(["Ann Lee"]);
    expect(names("Whats in the plan?")).toEqual([]);
    expect(names("Where'd Ann Lee study?")).toEqual(["Ann Lee"]);
    expect(names("Based on what?")).toEqual([]);
  });

  it("are nobody who asks", () => {
    expect(names("Why should I care, and what if I’d go?")).toEqual([]);
  });
});
