import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseFacts } from "./fact-schema.ts";
import { validateFacts } from "./validate-facts.ts";

const REPORT = "Rates rose from 8 in 2007 to 24 in 2011.¹¹ Later they fell. The rate was 24 then.";
const FIRST = { start: 0, end: 42, text: "Rates rose from 8 in 2007 to 24 in 2011.¹¹" };
const LATER = { start: 43, end: 59, text: "Later they fell." };
const AGAIN = { start: 60, end: 81, text: "The rate was 24 then." };
const RISE = {
  id: "test-001",
  question: "How far did rates rise?",
  kind: "number",
  split: "dev",
  difficulty: "easy",
  answerable: true,
  facts: [["8", "eight"], ["24"]],
  evidence: [[FIRST]],
  reference: "From 8 to 24.",
  expect: "answer",
};
const SILENT = {
  id: "test-002",
  question: "Why did rates rise?",
  kind: "why",
  split: "dev",
  difficulty: "easy",
  answerable: false,
  expect: "abstain",
  reason: "not_in_report",
  near: true,
  facts: [],
  evidence: [],
  reference: "",
};

describe("validateFacts", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "facts-"));
    await writeFile(join(folder, "report.txt"), REPORT);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const validate = async (...files: unknown[][]): Promise<{ valid: boolean; printed: string[] }> => {
    for (const [i, lines] of files.entries()) {
      const jsonl = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
      await writeFile(join(folder, `${i}.jsonl`), `${jsonl}\n`);
    }
    const printed: string[] = [];
    const print = (line: string): void => void printed.push(line);
    const reportPath = join(folder, "report.txt");
    return { valid: await validateFacts({ factsFolder: folder, reportPath, print }), printed };
  };

  it("passes facts that the report bears out and counts them", async () => {
    expect(await validate([RISE], [SILENT])).toEqual({
      valid: true,
      printed: ["2 facts in 2 files: 1 answerable, 1 not; 0 problems"],
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
    ["evidence beside the point", [{ ...RISE, evidence: [[LATER]] }], 'states "24"'],
  ])("names %s", async (_, lines, message) => {
    const { valid, printed } = await validate(lines);
    expect(valid).toBe(false);
    expect(printed.slice(0, -1).join("\n")).toContain(message);
  });

  it("finds a fact in whichever evidence group states it in all its spans", async () => {
    expect((await validate([{ ...RISE, evidence: [[FIRST], [FIRST, AGAIN], [LATER]] }])).valid).toBe(true);
  });

  it("does not pass a folder without facts", async () => {
    expect((await validate()).valid).toBe(false);
  });
});

describe("the facts of this folder", () => {
  it("are borne out by the report", async () => {
    const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
    const printed: string[] = [];
    await validateFacts({
      factsFolder: here("./facts"),
      reportPath: here("../corpus/report.txt"),
      print: (line) => void printed.push(line),
    });
    expect(printed).toEqual([expect.stringMatching(/^[1-9]\d* facts in .*; 0 problems$/u)]);
  });
});

describe("parseFacts", () => {
  it("gives the facts in order and refuses a malformed line by its number", () => {
    const jsonl = [RISE, SILENT].map((fact) => JSON.stringify(fact)).join("\n\n");
    expect(parseFacts(jsonl, "a.jsonl").map((fact) => fact.id)).toEqual(["test-001", "test-002"]);
    expect(() => parseFacts(`${jsonl}\n{"id": 1}`, "a.jsonl")).toThrow(/^a\.jsonl:4 is no fact/u);
  });
});
