import { describe, expect, it } from "vitest";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { suggestQuestions } from "./suggestions.ts";

const index = await villageIndex();
const passage = (words: string) => index.corpus.passages.filter(({ text }) => text.includes(words));

function suggest(words: string, asked: readonly string[], said = "", language: "en" | "es" = "en") {
  return suggestQuestions(index, { language, passages: passage(words), asked, said }, 3);
}

describe("suggestQuestions", () => {
  it("goes on with what the quoted passage and those beside it answer too", () => {
    const found = suggest("Twelve boats", ["What was lost in the gale?"]);
    expect(found).toContain("How many ships sank when the weather turned?");
    expect(found).toContain("How much money went into mending the jetty?");
    expect(found).not.toContain("Who gives lessons to the kids?");
    expect(found.length).toBeLessThanOrEqual(3);
  });

  it("leaves out what was asked, and what only the words of the answer tell", () => {
    const question = "How many ships sank when the weather turned?";
    expect(suggest("Twelve boats", [question])).not.toContain(question);
    expect(
      suggest("Twelve boats", [], "Twelve boats were lost in the gale of March 2019. [1]"),
    ).not.toContain(question);
  });

  it("asks in the language of the question, and says nothing without anticipated questions", async () => {
    expect(suggest("Twelve boats", [], "", "es")).toEqual([
      "¿Cuántos barcos se hundieron en la tormenta?",
      "¿Cuánto costó arreglar el muelle?",
    ]);
    const plain = await villageIndex([]);
    const context = { language: "en" as const, passages: plain.corpus.passages, asked: [], said: "" };
    expect(suggestQuestions(plain, context, 3)).toEqual([]);
  });
});
