import type { AskResponse, Citation } from "../../src/domain/contract.ts";
import type { Expectation } from "../schema/fact-schema.ts";
import type { EvalCase } from "./eval-case.ts";
import type { SourcePassage, Target } from "./target.ts";

export const SOURCE = "Rates rose from 8 to 24.¹ Then they fell.";
/** The two sentences of SOURCE, a passage each. */
export const PASSAGES: Readonly<Record<string, SourcePassage>> = {
  rise: {
    documentId: "a.txt",
    text: "Rates rose from 8 to 24.",
    segments: [{ start: 0, end: 24 }],
  },
  fall: { documentId: "a.txt", text: "Then they fell.", segments: [{ start: 26, end: 41 }] },
};

export function citation(marker: number, passageId: string): Citation {
  const text = PASSAGES[passageId]?.text ?? "";
  return {
    marker,
    passageId,
    quote: text,
    text,
    start: 0,
    end: text.length,
    source: { id: "a", title: "A" },
    chapter: { number: 1, title: "One", authors: [] },
    section: null,
    pages: null,
    table: null,
    notes: [],
    check: "verbatim",
    url: `/report#p-${passageId}`,
  };
}

/** A response that says and cites the given passages; without any, an abstention. */
export function response(cited: readonly string[], given: Partial<AskResponse> = {}): AskResponse {
  return {
    id: "r",
    answer:
      cited.length === 0
        ? "The report does not say."
        : cited.map((id, i) => `${PASSAGES[id]?.text ?? ""} [${i + 1}]`).join(" "),
    abstained: cited.length === 0,
    reason: cited.length === 0 ? "not_in_report" : null,
    confidence: cited.length === 0 ? 0.1 : 0.9,
    citations: cited.map((id, i) => citation(i + 1, id)),
    nearest: [],
    uncovered: null,
    standaloneQuestion: "",
    conversationId: null,
    composer: "extractive",
    promptVersion: null,
    language: "en",
    suggestions: [],
    notices: [],
    timings: { total: 2, encode: 1, retrieve: 1, compose: 0 },
    trace: {
      ranked: [
        { passageId: "fall", score: 1, views: {} },
        { passageId: "rise", score: 0.5, views: {} },
      ],
      signals: {},
    },
    ...given,
  };
}

/** A target that gives the same response to every question. */
export function fixedTarget(given: AskResponse, attempt: AskResponse | null = null): Target {
  return {
    about: { name: "fixed", index: "i", encoder: "e" },
    concurrency: 1,
    ask: () => Promise.resolve(given),
    attempt: attempt && (() => Promise.resolve(attempt)),
    passage: (id) => Promise.resolve(PASSAGES[id] ?? null),
  };
}

const ASKED = { kind: "number", style: "plain", language: "en", attack: null, forbidden: [] } as const;

export const ANSWERABLE: Extract<Expectation, { answerable: true }> = {
  ...ASKED,
  question: "How far did rates rise?",
  forbidden: [],
  answerable: true,
  difficulty: "easy",
  expect: "answer",
  facts: [["8"], ["24"]],
  evidence: [[{ start: 0, end: 24, text: "Rates rose from 8 to 24." }]],
  reference: "From 8 to 24.",
};
export const UNANSWERABLE: Extract<Expectation, { answerable: false }> = {
  ...ASKED,
  question: "Why did rates rise?",
  forbidden: [],
  answerable: false,
  expect: "abstain",
  reason: "not_in_report",
  near: true,
  nearest: null,
};

export function evalCase(expectation: Expectation, given: Partial<EvalCase> = {}): EvalCase {
  return {
    id: "q-001",
    split: "test",
    chapter: "Chapter 1",
    from: "facts",
    turn: null,
    ...given,
    expectation,
  };
}
