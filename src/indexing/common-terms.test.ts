import { describe, expect, it } from "vitest";
import { commonQuestionTerms, commonTerms } from "./common-terms.ts";

describe("commonTerms", () => {
  const table = (passages: number, passageFrequency: number[]) => ({
    passages,
    vocabulary: ["often", "seldom"],
    passageFrequency,
    sentences: [],
    places: {},
  });

  it("are those of more than a fifth of the passages", () => {
    expect([...commonTerms(table(200, [41, 40]))]).toEqual(["often"]);
  });

  it("are none where there are few passages", () => {
    expect([...commonTerms(table(10, [10, 9]))]).toEqual([]);
  });
});

describe("commonQuestionTerms", () => {
  it("counts passages, not questions", () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({
      question: "?",
      language: "en" as const,
      passageId: `p${i % 30}`,
      sentences: [0],
    }));
    // Term 0 is asked of every passage, term 1 twice of the first.
    const terms = rows.map((_, i) => (i % 30 === 0 ? [0, 1] : [0]));
    expect([...commonQuestionTerms({ rows, vocabulary: ["every", "one"], terms })]).toEqual(["every"]);
  });
});
