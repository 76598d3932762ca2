import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { questionParts } from "./question-parts.ts";

const parts = (text: string): string[] => questionParts(text, createEnglishAnalyzer());

describe("questionParts", () => {
  it.each([
    [
      "How many boats sank in 2019 and which port lost the most crews?",
      ["How many boats sank in 2019?", "which port lost the most crews?"],
    ],
    [
      "What does the harbour cost? Who owns the lighthouse?",
      ["What does the harbour cost?", "Who owns the lighthouse?"],
    ],
    [
      "What does the harbour cost and who pays for it?",
      ["What does the harbour cost?", "What does the harbour cost, who pays for it?"],
    ],
    [
      "What did the storm cost and do crooked harbour masters keep their posts?",
      ["What did the storm cost?", "do crooked harbour masters keep their posts?"],
    ],
  ])("takes %j apart", (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each([
    "ok and who owns the stone lighthouse?",
    "How many boats and crews were lost?",
    "When was the pier built, and why?",
    "What is the rate of loss in Norway and Iceland?",
    "The pier burned. What then?",
    "boats and is",
    "",
  ])("leaves %j whole", (text) => {
    expect(parts(text)).toEqual([text]);
  });
});
