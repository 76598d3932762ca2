import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { introduced } from "./introduced.ts";
import { standaloneQuestion } from "./standalone.ts";

const tools = {
  chapters: [{ number: 1, title: "Port Security", authors: ["Ana Solís"], pages: null }],
  analyzer: createEnglishAnalyzer(),
  isName: () => false,
  isPerson: () => false,
};
const who = (question: string, answer: string, heading: string | null = null): string | null =>
  introduced(question, { answer, heading }, tools);

describe("introduced", () => {
  it("is whom an answer names when a person was asked for", () => {
    expect(who("Who built the pier?", "The council asked Director Ann Lee to build it.")).toBe(
      "Director Ann Lee",
    );
    expect(who("Which minister resigned?", "Prime Minister Bo Carlsen of Norwick left.")).toBe(
      "Prime Minister Bo Carlsen of Norwick",
    );
  });

  it("is the author whose lines were quoted", () => {
    expect(
      who("Who was a pilot before?", "She was a pilot of the Norwick Port Authority.", "Ana Solís"),
    ).toBe("Ana Solís");
    expect(who("Who was a pilot before?", "She was a pilot.", "The Port Agenda")).toBeNull();
  });

  it("is nobody where something else was asked for, or nobody is named", () => {
    expect(who("Why was the pier built?", "Ann Lee wanted it.")).toBeNull();
    expect(who("Who built it?", "The Board of Trade and the Deputy Director did.")).toBeNull();
  });

  it("is who he or she is next, and after that", () => {
    const turns = [
      { question: "Who built the pier?", chapter: 0, answer: "The council asked Ann Lee to build it." },
      { question: "where is it?", chapter: 0, answer: "In Norwick." },
    ];
    expect(standaloneQuestion("what did she do before?", turns, tools).text).toContain("did Ann Lee do");
    const other = [
      ...turns,
      { question: "How much herring is landed in Elmsby?", chapter: 0, answer: "Ten." },
    ];
    expect(standaloneQuestion("what did she do before?", other, tools).text).not.toContain("Ann Lee");
  });
});
