import { describe, expect, it } from "vitest";
import { goneFar } from "./follow-up-set.ts";

const talk = (writer: string, language: "en" | "es" = "en") => ({
  writer,
  language,
  turns: [
    { question: `What does ${writer} ask?`, answers: [{ start: 0, end: 2, text: "It" }] },
    { question: "why?", answers: [] },
  ],
});

describe("goneFar", () => {
  it("begins as the conversations do, in turn, and goes on with something else that has no answer", () => {
    const far = ["boil an egg", "fix my printer", "purple"].map((question) => ({
      question,
      language: "en" as const,
    }));
    const gone = goneFar([talk("a"), talk("b")], far);
    expect(gone.map(({ writer, turns }) => [writer, ...turns.map(({ question }) => question)])).toEqual([
      ["a", "What does a ask?", "boil an egg"],
      ["b", "What does b ask?", "fix my printer"],
      ["a", "What does a ask?", "purple"],
    ]);
    expect(gone.every(({ far, turns }) => far === true && turns[1]?.answers.length === 0)).toBe(true);
    expect(goneFar([], far)).toEqual([]);
    expect(goneFar([talk("a", "es")], far)).toEqual([]);
  });
});
