import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { inEvals, loadFactTools } from "./authoring/fact-tools.ts";
import { validateFacts } from "./authoring/validate-facts.ts";
import { ATTACKS, isConversation, type Fact, type QuestionFact } from "./schema/fact-schema.ts";
import { readFacts, readFactsFiles } from "./schema/facts-folder.ts";
import { sectionSchema, type Section } from "./schema/sections.ts";

const FACTS = inEvals("./facts");
let facts: Fact[];
let sections: Section[];
let singles: QuestionFact[];
let english: QuestionFact[];

beforeAll(async () => {
  facts = await readFacts(FACTS);
  sections = z.array(sectionSchema).parse(JSON.parse(await readFile(inEvals("./sections.json"), "utf8")));
  singles = facts.flatMap((fact) => (isConversation(fact) ? [] : [fact]));
  english = singles.filter(({ language, attack }) => language === "en" && attack === null);
});

describe("the shipped facts", () => {
  it("are borne out by the report", async () => {
    const printed: string[] = [];
    validateFacts(await readFactsFiles(FACTS), await loadFactTools(), (line) => void printed.push(line));
    expect(printed).toEqual([expect.stringMatching(/^[1-9]\d* lines in .*; 0 problems$/u)]);
  });

  it("ask at least 270 answerable questions, 20 a chapter, half of them hard", () => {
    const answerable = english.filter((fact) => fact.answerable);
    expect(answerable.length).toBeGreaterThanOrEqual(270);
    const hard = answerable.filter((fact) => fact.difficulty === "hard");
    expect(hard.length / answerable.length).toBeGreaterThanOrEqual(0.5);
    const chapterOf = new Map(sections.map(({ id, chapter }) => [id, chapter]));
    const chapters = ["Introduction", ...Array.from({ length: 9 }, (_, i) => `Chapter ${i + 1}`)];
    for (const chapter of chapters) {
      const own = answerable.filter(({ section }) => section !== null && chapterOf.get(section) === chapter);
      expect([chapter, own.length >= 20]).toEqual([chapter, true]);
    }
    expect(answerable.filter(({ kind }) => kind === "overview").length).toBeGreaterThanOrEqual(30);
    expect(new Set(answerable.map(({ style }) => style))).toEqual(new Set(["plain", "terse", "typo"]));
  });

  it("ask at least 150 unanswerable ones, two thirds of them near the report's topics", () => {
    const silent = english.filter((fact) => !fact.answerable);
    expect(silent.length).toBeGreaterThanOrEqual(150);
    const near = silent.filter((fact) => fact.near);
    expect(near.length / silent.length).toBeGreaterThanOrEqual(2 / 3);
  });

  it("have 30 attacks of each kind and expectation, 30 conversations, 60 questions in Spanish", () => {
    const attacks = singles.filter(({ attack }) => attack !== null);
    expect(attacks.length).toBeGreaterThanOrEqual(30);
    expect(new Set(attacks.map(({ attack }) => attack))).toEqual(new Set(ATTACKS));
    expect(new Set(attacks.map(({ expect: expected }) => expected))).toEqual(
      new Set(["answer", "abstain", "correct"]),
    );
    const talks = facts.filter(isConversation);
    expect(talks.length).toBeGreaterThanOrEqual(30);
    for (const { turns } of talks) expect([3, 4]).toContain(turns.length);
    const spanish = singles.filter(({ language }) => language === "es");
    expect(spanish.length).toBeGreaterThanOrEqual(60);
    expect(spanish.some(({ answerable }) => !answerable)).toBe(true);
  });

  it("have both splits in every chapter", () => {
    const chapterOf = new Map(sections.map(({ id, chapter }) => [id, chapter]));
    for (const chapter of new Set(sections.map((section) => section.chapter))) {
      const own = singles.filter(({ section }) => section !== null && chapterOf.get(section) === chapter);
      expect([chapter, new Set(own.map(({ split }) => split)).size]).toEqual([chapter, 2]);
    }
  });

  it("stand in sections that cover the report without a gap", () => {
    sections.forEach(({ id, start }, i) => {
      if (i > 0) expect([id, start]).toEqual([id, sections[i - 1]?.end]);
    });
  });
});
