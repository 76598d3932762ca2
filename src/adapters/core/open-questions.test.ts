import { describe, expect, it } from "vitest";
import type { PlacedQuestion } from "../../domain/anticipated-question.ts";
import { floatRows } from "../../domain/unit-rows.ts";
import { buildQuestionTable } from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { QuestionIndex } from "../../ports/question-index.ts";
import { createEnglishAnalyzer } from "./english-analyzer.ts";
import { createExactVectorIndex } from "./exact-vector-index.ts";
import { buildQuestionSearch } from "./minisearch-questions.ts";
import { openQuestions } from "./open-questions.ts";
import { createSpanishAnalyzer } from "./spanish-analyzer.ts";

const ROWS: PlacedQuestion[] = [
  { question: "How many boats sank?", language: "en", passageId: "p", sentences: [0] },
  { question: "How many boats does the fleet have?", language: "en", passageId: "q", sentences: [1] },
  { question: "When was the port built?", language: "en", passageId: "p", sentences: [2] },
  { question: "¿Cuántos barcos se hundieron?", language: "es", passageId: "p", sentences: [0] },
];
const english = ROWS.filter(({ language }) => language === "en");
const spanish = ROWS.filter(({ language }) => language === "es");

function open(rows: readonly PlacedQuestion[], analyzer: Analyzer, values: readonly number[]): QuestionIndex {
  const vectors = floatRows(Float32Array.from(values), 2);
  return openQuestions({
    table: buildQuestionTable(rows, analyzer),
    lexical: JSON.stringify(buildQuestionSearch(rows, analyzer)),
    vectors,
    vectorIndex: createExactVectorIndex(vectors),
    analyzer,
    bm25: { k: 1.2, b: 0.7, contextBoost: 0.3 },
  });
}
const questions = open(english, createEnglishAnalyzer(), [1, 0, 0, 1, 0.6, 0.8]);

describe("openQuestions", () => {
  it("finds passages by the words of all their questions, best first", () => {
    const found = questions.search("many boats sank", 5).map(({ passageId }) => passageId);
    expect(found).toEqual(["p", "q"]);
    expect(questions.search("weather", 5)).toEqual([]);
    expect(questions.search("boats", 1)).toHaveLength(1);
  });

  it("knows a question word for word, however it is marked, and no other", () => {
    expect(questions.wordForWord("how many boats SANK")).toEqual(ROWS[0]);
    expect(questions.wordForWord("How many boats sank then?")).toBeNull();
    expect(questions.wordForWord("")).toBeNull();
    expect(questions.wordForWord("constructor")).toBeNull();
  });

  it("reads Spanish as Spanish", () => {
    const es = open(spanish, createSpanishAnalyzer(), [1, 0]);
    expect(es.search("barco hundido", 5).map(({ passageId }) => passageId)).toEqual(["p"]);
    expect(es.overlapWith("barcos hundidos")(0)).toBeGreaterThan(0);
  });

  it("knows the rows of a passage, their cosines, terms and types", () => {
    expect(questions.rowsOf("p")).toEqual([0, 2]);
    expect(questions.rowsOf("nowhere")).toEqual([]);
    expect(questions.similarity(2, [0, 1])).toBeCloseTo(0.8, 6);
    expect(["port", "built", "boat", "sea"].filter((term) => questions.hasTerm(2, term))).toEqual([
      "port",
      "built",
    ]);
    expect(questions.type(0)).toBe("number");
    expect(questions.type(2)).toBe("when");
  });

  it("weighs common words by rarity: 1 for the same question, 0 for none", () => {
    const overlap = (row: number, text: string): number => questions.overlapWith(text)(row);
    expect(overlap(0, "How many boats sank?")).toBe(1);
    expect(overlap(0, "What of the weather?")).toBe(0);
    // "boat" stands in two questions, "sank" in one.
    expect(overlap(0, "it sank")).toBeGreaterThan(overlap(0, "a boat"));
  });
});
