import { describe, expect, it } from "vitest";
import { parseFacts } from "../schema/read-facts.ts";
import type { CheckTools } from "./check-facts.ts";
import { validateFacts } from "./validate-facts.ts";

const REPORT = "Rates rose from 8 in 2007 to 24 in 2011.¹¹ Later they fell. The rate was 24 then.";
const FIRST = { start: 0, end: 42, text: "Rates rose from 8 in 2007 to 24 in 2011.¹¹" };
const LATER = { start: 43, end: 59, text: "Later they fell." };
const AGAIN = { start: 60, end: 81, text: "The rate was 24 then." };
const ASKED = { style: "plain", language: "en", attack: null, forbidden: [] };
const RISE = {
  id: "test-001",
  split: "dev",
  section: "rates",
  ...ASKED,
  question: "How far did rates rise?",
  kind: "number",
  answerable: true,
  difficulty: "easy",
  expect: "answer",
  facts: [["8", "eight"], ["24"]],
  evidence: [[FIRST]],
  reference: "From 8 to 24.",
};
const SILENT = {
  id: "test-002",
  split: "dev",
  section: null,
  ...ASKED,
  question: "Why did rates rise?",
  kind: "why",
  answerable: false,
  expect: "abstain",
  reason: "not_in_report",
  near: true,
  nearest: null,
};
const { id: _id, split: _split, section: _section, ...RISE_TURN } = RISE;
const TALK = {
  id: "talk-001",
  split: "dev",
  section: "rates",
  turns: [
    { ...RISE_TURN, question: "And in 2011?", standalone: RISE.question, role: "first" },
    { ...RISE_TURN, question: "Why?", standalone: RISE.question, role: "follow-up" },
  ],
};

const tools: CheckTools = {
  documents: [
    { id: "report.txt", text: REPORT },
    { id: "annex.md", text: "An annex." },
  ],
  sections: [
    { id: "rates", chapter: "1", title: "", start: 0, end: 43, opening: "Rates", split: "dev" },
    { id: "later", chapter: "1", title: "", start: 43, end: 99, opening: "Later", split: "test" },
  ],
  measure: (question) => ({ difficulty: question.includes("hard") ? "hard" : "easy" }),
};

function validate(...files: unknown[][]): { valid: boolean; printed: string[] } {
  const printed: string[] = [];
  const read = files.map((lines, i) => ({
    name: `${i}.jsonl`,
    jsonl: lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  }));
  return { valid: validateFacts(read, tools, (line) => void printed.push(line)), printed };
}

describe("validateFacts", () => {
  it("passes facts that the report bears out and counts them", () => {
    expect(validate([RISE], [SILENT, TALK])).toEqual({
      valid: true,
      printed: ["3 lines in 2 files: 4 questions, 3 answerable, 1 conversations; 0 problems"],
    });
  });

  it.each([
    ["text that is no JSON", ["{"], "0.jsonl:1"],
    ["an unknown kind", [{ ...RISE, kind: "riddle" }], "kind"],
    ["an unknown field", [{ ...RISE, page: 3 }], "page"],
    ["an answerable question without facts", [{ ...RISE, facts: [] }], "facts"],
    ["an abstention with evidence", [{ ...SILENT, evidence: [[FIRST]] }], "evidence"],
    ["an abstention that expects an answer", [{ ...SILENT, expect: "answer" }], "expect"],
    ["a repeated id", [RISE, { ...SILENT, id: RISE.id }], "0.jsonl:2 test-001: the same id"],
    [
      "a question asked twice",
      [RISE, { ...SILENT, question: "how far did rates rise" }],
      "0.jsonl:2 test-002: the same question",
    ],
    ["offsets that slipped", [{ ...RISE, evidence: [[{ ...FIRST, start: 1 }]] }], "at 0 to 42"],
    [
      "a quote the report lacks",
      [{ ...RISE, evidence: [[{ ...FIRST, text: "Rates rose from 8 to 24." }]] }],
      "nowhere in the report",
    ],
    ["a fact that is not stated", [{ ...RISE, facts: [["8"], ["201"]] }], 'states "201"'],
    ["a fact that only the note marker spells", [{ ...RISE, facts: [["11"]] }], 'states "11"'],
    ["a span that lacks what its fellow states", [{ ...RISE, evidence: [[FIRST, AGAIN]] }], '"8" or "eight"'],
    [
      "a reference that leaves a fact out",
      [{ ...RISE, reference: "To 24." }],
      'reference does not state "8"',
    ],
    ["a section that is another", [{ ...RISE, section: "later" }], "its section is rates, not later"],
    ["a split that is not the section's", [{ ...RISE, split: "test" }], "its split is dev"],
    ["a difficulty that was only claimed", [{ ...RISE, difficulty: "hard" }], "difficulty is easy"],
    ["a forbidden word in the reference", [{ ...RISE, forbidden: ["24"] }], "which is forbidden"],
    ["a document that is not there", [{ ...RISE, evidence: [[{ ...FIRST, document: "b.md" }]] }], '"b.md"'],
    [
      "evidence of both splits",
      [
        { ...RISE, evidence: [[FIRST], [AGAIN]] },
        {
          ...RISE,
          id: "test-003",
          question: "And the last?",
          split: "test",
          section: "later",
          facts: [["24"]],
          evidence: [[AGAIN]],
        },
      ],
      "test-003: its evidence is also that of test-001",
    ],
    [
      "a conversation that begins with a follow-up",
      [{ ...TALK, turns: [TALK.turns[1], TALK.turns[1]] }],
      'turn 1 cannot be "follow-up"',
    ],
    [
      "a turn without its standalone question",
      [{ ...TALK, turns: [RISE_TURN, TALK.turns[1]] }],
      "standalone",
    ],
    ["evidence beside the point", [{ ...RISE, evidence: [[LATER]] }], 'states "24"'],
  ])("names %s", (_, lines, message) => {
    const { valid, printed } = validate(lines);
    expect(valid).toBe(false);
    expect(printed.slice(0, -1).join("\n")).toContain(message);
  });

  it("finds a fact in whichever evidence group states it in all its spans", () => {
    expect(validate([{ ...RISE, evidence: [[FIRST], [FIRST, AGAIN], [LATER]] }]).valid).toBe(true);
  });

  it("does not pass files without facts", () => {
    expect(validate([]).valid).toBe(false);
  });
});

describe("parseFacts", () => {
  it("gives the facts in order and refuses a malformed line by its number", () => {
    const jsonl = [RISE, SILENT].map((fact) => JSON.stringify(fact)).join("\n\n");
    expect(parseFacts(jsonl, "a.jsonl").map((fact) => fact.id)).toEqual(["test-001", "test-002"]);
    expect(() => parseFacts(`${jsonl}\n{"id": 1}`, "a.jsonl")).toThrow(/^a\.jsonl:4 is no fact/u);
  });
});
