import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "../domain/contract.ts";
import { readHistory } from "./history.ts";

const places = new Map([
  ["p1", { chapter: 1, section: [] }],
  ["p2", { chapter: 2, section: ["Ports", "Pilots"] }],
]);
const placeOf = (id: string) => places.get(id);
const user = (content: string): HistoryEntry => ({ role: "user", content });
const answer = (content: string, ...citations: string[]): HistoryEntry => ({
  role: "assistant",
  content,
  citations,
});

describe("readHistory", () => {
  it("reads questions with the chapters that were quoted, and the last answer as text", () => {
    const read = readHistory(
      [user("One?"), answer("So. [1]", "p1"), user("Two?"), answer("**Thus.** [1]", "p2", "p1")],
      placeOf,
    );
    expect(read.turns).toEqual([
      { question: "One?", chapter: 1, answer: "So. [1]", heading: null, items: [] },
      { question: "Two?", chapter: 2, answer: "Thus. [1]", heading: "Pilots", items: [] },
    ]);
    expect(read.questions).toEqual(["One?", "Two?"]);
    expect(read.spoken).toEqual([
      { question: "One?", answer: "So. [1]" },
      { question: "Two?", answer: "Thus. [1]" },
    ]);
    expect(read.lastAnswer).toBe("Thus. [1]");
    expect(read.earlierAnswers).toBe("So. [1]");
    expect(read.quoted).toEqual(["p2", "p1"]);
    expect(read.context).toBe("Thus.");
  });

  it("looks up what a client claims: ids that are not known count nothing", () => {
    const read = readHistory([user("One?"), answer("So.", "guess", "constructor", "p1")], placeOf);
    expect(read.turns).toMatchObject([{ question: "One?", chapter: 1 }]);
    expect(read.quoted).toEqual(["p1"]);
  });

  it("keeps what was quoted last when the answer after it had nothing to quote", () => {
    const read = readHistory([user("One?"), answer("So.", "p1"), user("Two?"), answer("Silent.")], placeOf);
    expect(read.quoted).toEqual(["p1"]);
    expect(read.turns.at(-1)?.chapter).toBeNull();
    expect(read.context).toBe("Two?");
  });

  it("takes any order of entries, and none", () => {
    expect(readHistory([answer("So.", "p1"), user("One?"), user("Two?")], placeOf).questions).toEqual([
      "One?",
      "Two?",
    ]);
    expect(readHistory([], placeOf)).toEqual({
      turns: [],
      questions: [],
      lastAnswer: "",
      earlierAnswers: "",
      quoted: [],
      context: "",
      spoken: [],
    });
  });
});
