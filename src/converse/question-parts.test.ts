import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { questionParts } from "./question-parts.ts";

const NAMES = new Set(["Norwick", "Lee"]);
const tools = {
  chapters: [],
  analyzer: createEnglishAnalyzer(),
  isName: (word: string) => NAMES.has(word),
  isPerson: () => false,
};
const parts = (text: string): string[] => questionParts(text, tools);

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
      "What is the Norwick Plan and why did it end?",
      ["What is the Norwick Plan?", "Why did the Norwick Plan end?"],
    ],
    [
      "How big is Norwick's plan for the port and how big is Lee's?",
      [
        "How big is Norwick's plan for the port?",
        "How big is Norwick's plan for the port, how big is Lee's?",
      ],
    ],
    [
      "When was the old pier built and under which mayor?",
      ["When was the old pier built?", "When was the old pier built, under which mayor?"],
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
