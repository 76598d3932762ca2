import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../../src/adapters/core/english-analyzer.ts";
import { questionAnalyzers } from "../../src/adapters/core/question-analyzers.ts";
import { createFakeEncoder } from "../../src/ports/fake-encoder.fixture.ts";
import { groupQuestions, type AskedQuestion } from "./group-questions.ts";

const tools = { encoder: createFakeEncoder(), analyzers: questionAnalyzers(createEnglishAnalyzer()) };
const english = (...texts: string[]): AskedQuestion[] => texts.map((text) => ({ text, language: "en" }));

describe("groupQuestions", () => {
  it("puts wordings of one question together and others apart, the most asked first", async () => {
    const groups = await groupQuestions(
      english(
        "Who sells weapons to cartels?",
        "How much do nurses earn in Toronto?",
        "what do nurses earn in toronto",
        "How much do nurses earn in Toronto?!",
      ),
      tools,
    );
    expect(groups).toEqual([
      {
        question: "How much do nurses earn in Toronto?",
        asked: 3,
        wordings: ["How much do nurses earn in Toronto?", "what do nurses earn in toronto"],
      },
      { question: "Who sells weapons to cartels?", asked: 1, wordings: ["Who sells weapons to cartels?"] },
    ]);
  });

  it("keeps languages apart", async () => {
    const groups = await groupQuestions(
      [...english("NAFTA and Toronto?"), { text: "¿NAFTA and Toronto?", language: "es" }],
      tools,
    );
    expect(groups.map(({ asked }) => asked)).toEqual([1, 1]);
  });

  it("has nothing to say of nothing", async () => {
    expect(await groupQuestions([], tools)).toEqual([]);
  });

  it("loses no question", async () => {
    const word = fc.constantFrom("nurses", "cartels", "Toronto", "wages", "walls", "the", "?", "");
    const questions = fc.array(fc.array(word, { maxLength: 5 }).map((words) => words.join(" ")));
    await fc.assert(
      fc.asyncProperty(questions, async (texts) => {
        const groups = await groupQuestions(english(...texts), tools);
        expect(groups.reduce((sum, { asked }) => sum + asked, 0)).toBe(texts.length);
        for (const { question, wordings } of groups) expect(wordings).toContain(question);
      }),
    );
  });
});
