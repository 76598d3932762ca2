import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

const read = (...argv: string[]) => readOptions(argv, (path) => `evals/${path}`);

describe("readOptions", () => {
  it("takes the shipped facts with their bounds, baseline and sections", () => {
    expect(read()).toMatchObject({
      base: null,
      facts: "evals/./facts",
      readers: "evals/./readers",
      sections: "evals/./sections.json",
      thresholds: "evals/./thresholds.json",
      baseline: "evals/./baseline.json",
      updateBaseline: false,
      revealTest: false,
      failures: 10,
    });
  });

  it("holds other facts to nothing that is not named", () => {
    expect(read("--facts", "mine.jsonl")).toMatchObject({
      readers: null,
      sections: null,
      thresholds: null,
      baseline: null,
    });
    expect(read("--facts", "mine.jsonl", "--thresholds", "t.json").thresholds).toBe("t.json");
  });

  it("holds misspelt questions to bounds of their own", () => {
    expect(read("--misspelt")).toMatchObject({
      misspelt: true,
      readers: "evals/./readers",
      thresholds: "evals/./thresholds-misspelt.json",
      baseline: null,
    });
  });

  it.each([
    [["--base", "localhost:8787"], "--base must be an address"],
    [["--composer", "magic"], "--composer must be extractive or llm"],
    [["--failures", "many"], "--failures must be a whole number"],
    [["--facts", "a.jsonl", "--update-baseline"], "--update-baseline needs --baseline FILE"],
    [["--misspelt", "--update-baseline"], "--update-baseline needs --baseline FILE"],
    [["--fast"], "Unknown option '--fast'"],
  ])("refuses %j", (argv, message) => {
    expect(() => read(...argv)).toThrow(message);
  });
});
