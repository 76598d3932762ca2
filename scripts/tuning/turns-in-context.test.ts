import { describe, expect, it } from "vitest";
import { standaloneTurns, turnsInContext } from "./turns-in-context.ts";

const span = (text: string) => ({ start: 0, end: text.length, text });
const talk = {
  writer: "one",
  language: "en" as const,
  turns: [
    { question: "did firms leave", answers: [span("Firms left."), span("Two stayed.")] },
    { question: "why?", standalone: "Why did firms leave?", answers: [span("Taxes rose.")] },
    { question: "Who is Bo?", switch: true as const, answers: [] },
    { question: "and Ann?", standalone: "Who is Ann?", answers: [] },
  ],
};

describe("turnsInContext", () => {
  it("leaves Spanish questions as they are typed", () => {
    const [turn] = turnsInContext({ ...talk, language: "es" }, (question) => question.toUpperCase());
    expect(turn?.behind.question).toBe("why? (did firms leave)");
  });

  it("puts what was asked, and what was answered, behind a follow-up", () => {
    const turns = turnsInContext(talk, (question) => question.toUpperCase());
    expect(turns).toEqual([
      {
        behind: {
          question: "WHY? (DID FIRMS LEAVE)",
          answer: "WHY? (Firms left. Two stayed.)",
          quote: "WHY? (Firms left.)",
        },
        answers: [span("Taxes rose.")],
        before: [span("Firms left."), span("Two stayed.")],
      },
    ]);
  });
});

describe("standaloneTurns", () => {
  it("has what is answered, in the words that mean the same alone", () => {
    expect(standaloneTurns(talk).map(({ question }) => question)).toEqual([
      "did firms leave",
      "Why did firms leave?",
    ]);
  });
});
