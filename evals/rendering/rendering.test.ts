import { describe, expect, it } from "vitest";
import { z } from "zod";
import { compareWithBaseline } from "../gate/compare.ts";
import { baselineOf } from "../gate/baseline.ts";
import { outcome } from "../measuring/outcome.fixture.ts";
import type { Outcome } from "../measuring/outcome.ts";
import { summarise } from "../measuring/summary.ts";
import { ANSWERABLE, evalCase, response, UNANSWERABLE } from "../running/session.fixture.ts";
import { renderConsole } from "./console.ts";
import { renderHtml } from "./html.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderFailures, renderSummary } from "./markdown.ts";
import type { RunReport } from "./run-report.ts";

const HOSTILE = 'Why "rise" & <script>alert(1)</script>\n| \u0007?';

const observed = (given: Parameters<typeof evalCase>, cited: readonly string[]): Promise<Outcome> =>
  outcome(evalCase(...given), response(cited), response(["fall"]));

async function report(given: Partial<RunReport> = {}): Promise<RunReport> {
  const outcomes = await Promise.all([
    observed([{ ...ANSWERABLE, question: "A secret of test?" }, { id: "t-1" }], []),
    observed(
      [
        { ...ANSWERABLE, question: HOSTILE },
        { id: "d-1", split: "dev" },
      ],
      ["fall"],
    ),
    observed(
      [
        { ...ANSWERABLE, question: "As before?" },
        { id: "d-2", split: "dev" },
      ],
      ["rise"],
    ),
    observed([UNANSWERABLE, { id: "d-3", split: "dev" }], ["rise"]),
  ]);
  const now = await baselineOf(outcomes);
  const before = Object.fromEntries(
    Object.entries(now).map(([id, kept]) => [
      id,
      { ...kept, right: kept.right || id === "d-1" || id === "t-1" },
    ]),
  );
  return {
    about: { name: "fixed", index: "i", encoder: "e", composer: "extractive", promptVersion: null },
    outcomes,
    summaries: summarise(outcomes),
    beside: null,
    written: null,
    checks: [
      { name: "recall@5", passed: true, message: "recall@5 is fine" },
      { name: "aurc", passed: false, message: "aurc is <too> large" },
    ],
    comparison: compareWithBaseline(before, now),
    revealTest: false,
    ...given,
  };
}

describe("every rendering", () => {
  const all = async (given: RunReport): Promise<string[]> => [
    renderJson(given),
    renderSummary(given),
    renderFailures(given),
    renderJunit(given),
    await renderHtml(given),
    renderConsole(given, { color: false, failures: 10 }),
  ];

  it("keeps the words of test questions to itself, and shows them when told to", async () => {
    for (const text of await all(await report())) expect(text).not.toContain("secret");
    const told = await all(await report({ revealTest: true }));
    expect(told.filter((text) => text.includes("A secret of test?"))).toHaveLength(4);
  });

  it("is the same in a second run", async () => {
    expect(await all(await report())).toEqual(await all(await report()));
  });
});

describe("figures of two composers", () => {
  it("stand side by side, with how many answers a model wrote", async () => {
    const plain = await report();
    const [test] = plain.summaries;
    const given = {
      ...plain,
      about: { ...plain.about, composer: "llm", promptVersion: "answer@2" },
      beside: { composer: "extractive", summaries: plain.summaries },
      written: { answers: 4, byModel: 3, fellBack: 1 },
    };
    for (const text of [
      renderSummary(given),
      renderConsole(given, { color: false, failures: 0 }),
      await renderHtml(given),
    ]) {
      expect(text).toContain(
        "composer llm, prompts answer@2; 3 of 4 answers written to their end, 1 fell back",
      );
      expect(text).toContain("test, llm");
      expect(text).toContain("test, extractive");
    }
    const json = z
      .object({
        beside: z.object({ splits: z.array(z.object({ metrics: z.record(z.string(), z.unknown()) })) }),
      })
      .parse(JSON.parse(renderJson(given)));
    expect(Object.keys(json.beside.splits[0]?.metrics ?? {})).toHaveLength(test?.metrics.length ?? 0);
  });
});

describe("renderConsole", () => {
  it("tells failures in detail, then each check and the verdict, without control characters", async () => {
    const text = renderConsole(await report(), { color: false, failures: 1 });
    expect(text).toContain('d-1 Why "rise" & <script>alert(1)</script> | ?');
    expect(text).toContain("expected  missing 8, 24");
    expect(text).toContain("evidence  first at rank 2, 100 % of it in the first 5");
    expect(text).toContain("Failures (1 of 2; all are in failures.md)");
    expect(text).toContain("FAIL aurc is <too> large");
    expect(text.trimEnd().endsWith("evals: failed")).toBe(true);
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it("does not say that a run passed which was held to nothing", async () => {
    const unchecked = await report({ checks: [], comparison: null });
    expect(renderConsole(unchecked, { color: false, failures: 0 })).toContain("evals: nothing to check");
    expect(renderSummary(unchecked)).toContain("Nothing to check");
  });

  it("has colours when asked", async () => {
    expect(renderConsole(await report(), { color: true, failures: 0 })).toContain("\u001B[31mFAIL");
  });
});

describe("renderSummary", () => {
  it("says what failed, what flipped, and has a table by kind and chapter", async () => {
    const text = renderSummary(await report());
    expect(text).toContain("**Failed**: 1 of 2 checks.\n\n- aurc is <too> large");
    expect(text).toContain("- dev, answers: 0 won, 1 lost of 3 (p = 0.500). Won: none. Lost: d-1.");
    expect(text).toContain("- test, answers: 0 won, 1 lost of 1 (p = 0.500). Won: none. Lost: t-1.");
    expect(text).toMatch(/\| Chapter 1 +\| 1 /u);
  });
});

describe("renderFailures", () => {
  it("renders questions as text of one line", async () => {
    const text = renderFailures(await report());
    expect(text).toContain('- **Asked:** Why "rise" & \\<script\\>');
    expect(text).toContain("an abstention (not_in_report)");
    expect(text).toContain("1 questions of the test split are not shown");
  });
});

describe("renderJunit", () => {
  it("fails the gate's checks and what the baseline had right, and skips what was wrong before", async () => {
    const text = renderJunit(await report());
    expect(text).toContain('<testsuite name="gate" tests="2" failures="1" skipped="0" errors="0">');
    expect(text).toContain('<failure message="aurc is &lt;too&gt; large">');
    expect(text).toContain(
      '<testsuite name="questions (dev)" tests="3" failures="1" skipped="1" errors="0">',
    );
    expect(text).toContain('name="t-1"><failure message="right in the baseline, wrong now">');
    expect(text).toContain("&quot;rise&quot; &amp; &lt;script&gt;");
    expect(text).not.toContain("\u0007");
  });
});

describe("renderHtml", () => {
  it("draws the curve and the bars, and escapes what it inserts", async () => {
    const text = await renderHtml(await report());
    expect(text).toMatch(/<path class="curve" d="M[\d.]+,[\d.]+/u);
    expect(text.match(/class="bar"/gu)).toHaveLength(2);
    expect(text).toContain("aurc is &lt;too&gt; large");
    expect(text).not.toMatch(/<script|https?:/u);
  });
});
