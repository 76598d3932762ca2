import { describe, expect, it } from "vitest";
import { floatRows } from "../../domain/unit-rows.ts";
import { buildQuestionTable } from "../../indexing/index.ts";
import { createEnglishAnalyzer } from "./english-analyzer.ts";
import { openUnanswered } from "./open-unanswered.ts";

const analyzer = createEnglishAnalyzer();
const row = (question: string, passageId: string) => ({
  question,
  language: "en" as const,
  passageId,
  sentences: [],
});
const unanswered = openUnanswered({
  table: buildQuestionTable(
    [
      row("Who built the boats?", "p"),
      row("What did the boats cost?", "p"),
      row("Who pays the teachers in 1950?", "q"),
    ],
    analyzer,
  ),
  vectors: floatRows(Float32Array.from([1, 0, 0, 1, 0.6, 0.8]), 2),
  analyzer,
});

describe("openUnanswered", () => {
  it("gives the likeness of each question next to the passages, the likest first", () => {
    const [first, second, ...others] = unanswered.likest(["p"], "who built the boats", [1, 0], 9);
    expect(first?.likeness).toBeCloseTo(1, 2);
    expect(first).toMatchObject({ coverage: 1, terms: analyzer.terms("built boats") });
    expect(second?.likeness).toBeLessThan(0.5);
    expect(second?.terms).toEqual(analyzer.terms("boats"));
    expect(others).toEqual([]);
    expect(unanswered.likest(["q", "p"], "boats", [1, 0], 9)).toHaveLength(3);
    expect(unanswered.likest(["q", "p"], "boats", [1, 0], 2)).toHaveLength(2);
  });

  it("tells the years that a question names", () => {
    expect(unanswered.likest(["q"], "teachers", [1, 0], 9)[0]?.figures).toEqual(["1950"]);
    expect(unanswered.likest(["p"], "boats", [1, 0], 9)[0]?.figures).toEqual([]);
  });

  it("knows nothing of other passages", () => {
    expect(unanswered.likest(["elsewhere"], "who built the boats", [1, 0], 9)).toEqual([]);
    expect(unanswered.likest([], "who built the boats", [1, 0], 9)).toEqual([]);
  });
});
