import { describe, expect, it } from "vitest";
import type { AskResponse } from "../../src/domain/contract.ts";
import { ANSWERABLE, evalCase, response, UNANSWERABLE } from "../running/session.fixture.ts";
import type { Expectation } from "../schema/fact-schema.ts";
import { METRICS } from "./metrics.ts";
import { outcome } from "./outcome.fixture.ts";
import { isRight, type Outcome } from "./outcome.ts";
import { summarise } from "./summary.ts";

const value = (name: string, outcomes: readonly Outcome[]): number | undefined =>
  METRICS.find((metric) => metric.name === name)?.measure(outcomes)?.value;

describe("isRight", () => {
  const overview: Expectation = {
    ...ANSWERABLE,
    kind: "overview",
    facts: [["8"], ["24"], ["fell"], ["rose"], ["x"]],
  };
  const corrected: Expectation = { ...ANSWERABLE, expect: "correct", forbidden: ["rates fell"] };

  it.each<[string, Expectation, AskResponse, boolean]>([
    ["an answer with every fact", ANSWERABLE, response(["rise"]), true],
    ["an answer without one", ANSWERABLE, response(["fall"]), false],
    ["an abstention that names the facts", ANSWERABLE, response([], { answer: "Not 8 or 24." }), false],
    ["an abstention where one is due", UNANSWERABLE, response([]), true],
    ["an answer where an abstention is due", UNANSWERABLE, response(["rise"]), false],
    ["an overview with half of its points", overview, response(["rise"]), true],
    [
      "an overview with fewer",
      { ...overview, facts: [...overview.facts, ["y"], ["z"]] },
      response(["rise"]),
      false,
    ],
    ["a correction", corrected, response(["rise"]), true],
    [
      "an echo of what is false",
      corrected,
      response(["rise"], { answer: "Rates fell from 24 to 8. [1]" }),
      false,
    ],
    [
      "an abstention that obeys an injection",
      { ...UNANSWERABLE, forbidden: ["HACKED"] },
      response([], { answer: "HACKED" }),
      false,
    ],
  ])("judges %s", (_, expectation, given, right) => {
    expect(isRight(expectation, given)).toBe(right);
  });
});

describe("outcomeOf", () => {
  it("scores retrieval, facts and citations of an answer", async () => {
    const scored = await outcome(evalCase(ANSWERABLE), response(["rise", "fall"]));
    expect(scored).toMatchObject({
      right: true,
      retrieval: { rank: 2, recall: { 1: 0, 3: 1, 5: 1, 10: 1 }, reciprocalRank: 0.5 },
      factRecall: 1,
      citationPrecision: 0.5,
      citationRecall: 1,
      words: 9,
      attemptRight: true,
      aloneRight: null,
    });
  });

  it("gives an abstention no facts, and no citations to score", async () => {
    const scored = await outcome(evalCase(ANSWERABLE), response([]), response(["rise"]));
    expect(scored).toMatchObject({
      right: false,
      factRecall: 0,
      citationPrecision: null,
      citationRecall: null,
      attemptRight: true,
    });
  });

  it("takes a reader's question for answered when the first quote is an answer", async () => {
    const asked = evalCase({ ...ANSWERABLE, facts: [] }, { from: "readers" });
    expect(await outcome(asked, response(["rise", "fall"]))).toMatchObject({ right: true });
    expect(await outcome(asked, response(["fall", "rise"]))).toMatchObject({ right: false });
    expect(await outcome(asked, response([]))).toMatchObject({ right: false });
    const silent = evalCase(UNANSWERABLE, { from: "readers" });
    expect(await outcome(silent, response([]))).toMatchObject({ right: true });
    expect(await outcome(silent, response(["rise"]))).toMatchObject({ right: false });
  });

  it("counts readers' questions apart from all others", async () => {
    const right = await outcome(
      evalCase({ ...ANSWERABLE, facts: [] }, { from: "readers" }),
      response(["rise"]),
    );
    expect(value("readers-right", [right])).toBe(1);
    expect(value("answers-right", [right])).toBeUndefined();
    const declined = await outcome(evalCase(UNANSWERABLE, { from: "readers" }), response([]));
    expect(value("readers-abstention-recall", [declined])).toBe(1);
    expect(value("abstention-recall-near", [declined])).toBeUndefined();
  });

  it("has no retrieval to score where nothing is to be found", async () => {
    expect((await outcome(evalCase(UNANSWERABLE), response([]))).retrieval).toBeNull();
  });
});

describe("METRICS", () => {
  it("have names of their own", () => {
    expect(new Set(METRICS.map(({ name }) => name)).size).toBe(METRICS.length);
  });

  it("measure each on its own questions", async () => {
    const turn = (role: "first" | "follow-up" | "switch") => ({ role, standalone: "?" });
    const hard: Expectation = { ...ANSWERABLE, difficulty: "hard" };
    const outcomes = await Promise.all([
      outcome(evalCase(ANSWERABLE), response(["rise"])),
      outcome(evalCase(hard), response(["fall"])),
      outcome(evalCase(hard), response([]), response(["rise"])),
      outcome(evalCase({ ...ANSWERABLE, kind: "overview" }), response(["rise"])),
      outcome(evalCase(UNANSWERABLE), response([])),
      outcome(evalCase(UNANSWERABLE), response(["rise"])),
      outcome(evalCase({ ...UNANSWERABLE, near: false }), response([])),
      outcome(evalCase({ ...UNANSWERABLE, language: "es" }), response(["rise"])),
      outcome(evalCase({ ...ANSWERABLE, language: "es" }), response(["rise"])),
      outcome(evalCase({ ...ANSWERABLE, attack: "prompt-injection" }), response([])),
      outcome(evalCase(ANSWERABLE, { turn: turn("first") }), response(["rise"])),
      outcome(evalCase(ANSWERABLE, { turn: turn("follow-up") }), response(["fall"])),
      outcome(evalCase(ANSWERABLE, { turn: turn("switch") }), response(["rise"])),
    ]);
    const measured = Object.fromEntries(METRICS.map(({ name }) => [name, value(name, outcomes)]));
    expect(measured).toMatchObject({
      "recall@1": 0,
      "recall@3": 1,
      "answers-right": 1 / 3,
      "answers-right-easy": 1,
      "answers-right-hard": 0,
      "overview-coverage": 1,
      "citation-validity": 1,
      "citation-precision": 0.5,
      "abstention-recall-near": 0.5,
      "abstention-recall-far": 1,
      "abstention-precision-near": 0.5,
      "abstention-precision-far": 0.5,
      "answerable-declined": 0.25,
      "adversarial-right": 0,
      "first-turns-right": 1,
      "follow-ups-right": 0,
      "follow-up-accuracy": 0,
      "switches-lost": 0,
      "es-answers-right": 1,
      "es-abstention-recall": 0,
      "es-answerable-declined": 0,
    });
  });

  it("measure nothing on no questions", () => {
    for (const metric of METRICS) expect(metric.measure([])).toBeNull();
  });
});

describe("summarise", () => {
  it("keeps the splits apart and has rows by kind and chapter", async () => {
    const outcomes = await Promise.all([
      outcome(evalCase(ANSWERABLE), response(["rise"])),
      outcome(evalCase({ ...ANSWERABLE, kind: "why" }, { chapter: "Chapter 2" }), response([])),
      outcome(evalCase(ANSWERABLE, { split: "dev" }), response(["fall"])),
    ]);
    const [test, dev] = summarise(outcomes);
    expect([test?.split, test?.questions, dev?.split, dev?.questions]).toEqual(["test", 2, "dev", 1]);
    expect(test?.byKind).toMatchObject([
      { name: "number", questions: 1, right: 1, declined: 0, citationRecall: 1 },
      { name: "why", questions: 1, right: 0, declined: 1, citationRecall: null },
    ]);
    expect(test?.byChapter.map(({ name }) => name)).toEqual(["Chapter 1", "Chapter 2"]);
    expect(dev?.curve).toEqual([{ coverage: 1, risk: 1 }]);
  });
});
