import { describe, expect, it } from "vitest";
import type { Feedback } from "../../src/domain/feedback.ts";
import { storedAnswer } from "../../src/ports/conversations.contract.ts";
import { readDrafts } from "../authoring/add-facts.ts";
import { loadFactTools, sectionsFrom } from "../authoring/fact-tools.ts";
import { evalCandidates } from "./candidates.ts";

const QUOTE =
  "The country’s homicide rate went from a total of 8 murders per 100,000 inhabitants in the year 2007 to a total of 24 in 2011.";
const down: Feedback = {
  vote: "down",
  reason: "incomplete",
  text: null,
  at: 1,
  answer: storedAnswer("a1", {
    standaloneQuestion: "How many murders were there in 2011?",
    citations: [{ passageId: "p1", quote: QUOTE }],
  }),
};
const silent = storedAnswer("a2", {
  standaloneQuestion: "¿Cuántas enfermeras trabajan en Toronto?",
  language: "es",
  reason: "not_in_report",
  citations: [],
});

describe("evalCandidates", () => {
  it("expects an answer where one was voted down, and an abstention where the report was silent", () => {
    expect(evalCandidates([down], [silent], [])).toEqual([
      {
        question: "How many murders were there in 2011?",
        kind: "number",
        language: "en",
        expect: "answer",
        facts: [],
        evidence: [[QUOTE]],
        reference: "",
      },
      {
        question: "¿Cuántas enfermeras trabajan en Toronto?",
        kind: "number",
        language: "es",
        expect: "abstain",
        split: "dev",
      },
    ]);
  });

  it("leaves out what was voted up, what is asked already, and what came before", () => {
    const again = storedAnswer("a3", {
      ...silent,
      standaloneQuestion: "¿cuántas enfermeras trabajan en toronto?",
    });
    const up: Feedback = { ...down, vote: "up" };
    expect(evalCandidates([up], [silent, again], [])).toHaveLength(1);
    expect(evalCandidates([down], [], ["how many murders were there in 2011"])).toEqual([]);
  });

  it("writes drafts that evals:add reads: abstentions as they are, answers once somebody gives the facts", async () => {
    const tools = await loadFactTools(undefined, sectionsFrom(undefined));
    const lines = evalCandidates([down], [silent], []);
    const read = (candidates: readonly object[]) =>
      readDrafts(candidates.map((line) => JSON.stringify(line)).join("\n"), tools, (n) => `gap-${n}`);
    const [open, abstention] = read(lines);
    expect(open?.problems).toEqual(["it has no facts: any answer would be right"]);
    expect(abstention).toMatchObject({ problems: [], fact: { expect: "abstain", split: "dev" } });
    const done = { ...lines[0], facts: [["24"]], reference: "24 murders per 100,000 inhabitants." };
    expect(read([done])[0]?.problems).toEqual([]);
  });
});
