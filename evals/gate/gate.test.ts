import { describe, expect, it } from "vitest";
import { METRICS } from "../measuring/metrics.ts";
import { outcome } from "../measuring/outcome.fixture.ts";
import type { SplitSummary } from "../measuring/summary.ts";
import { ANSWERABLE, evalCase, response } from "../running/session.fixture.ts";
import type { Expectation } from "../schema/fact-schema.ts";
import { baselineOf, baselineSchema, formatBaseline, type Baseline } from "./baseline.ts";
import { checkComparison, compareWithBaseline } from "./compare.ts";
import { raiseBounds } from "./raise-bounds.ts";
import { checkThresholds, thresholdsSchema, type Thresholds } from "./thresholds.ts";

const PAIRED = { maxNetLoss: 2, alpha: 0.05 };
const THRESHOLDS: Thresholds = {
  split: "test",
  floors: { "recall@5": 0.7 },
  ceilings: { aurc: 0.4 },
  paired: PAIRED,
};

function summaryOf(figures: Readonly<Record<string, number>>): SplitSummary {
  return {
    split: "test",
    questions: 1,
    byKind: [],
    byChapter: [],
    curve: [],
    metrics: METRICS.map((metric) => {
      const value = figures[metric.name];
      return { ...metric, estimate: value === undefined ? null : { value, low: 0, high: 1, n: 1 } };
    }),
  };
}

describe("checkThresholds", () => {
  const check = (figures: Readonly<Record<string, number>>) =>
    checkThresholds([summaryOf(figures)], THRESHOLDS).map(({ passed, message }) => ({ passed, message }));

  it("passes figures on their bounds", () => {
    expect(check({ "recall@5": 0.7, aurc: 0.4 }).every(({ passed }) => passed)).toBe(true);
  });

  it("fails figures beyond them and names the metric", () => {
    expect(check({ "recall@5": 0.6999, aurc: 0.4001 })).toEqual([
      { passed: false, message: "recall@5 is 0.6999 on test, below its floor of 0.7" },
      { passed: false, message: "aurc is 0.4001 on test, above its ceiling of 0.4" },
    ]);
  });

  it("fails a figure that could not be measured", () => {
    expect(check({ aurc: 0 })[0]).toEqual({
      passed: false,
      message: "recall@5 could not be measured: no test questions for it",
    });
    expect(checkThresholds([], THRESHOLDS).some(({ passed }) => passed)).toBe(false);
  });

  it("leaves out what the target cannot be asked for, and says so", () => {
    expect(checkThresholds([summaryOf({ "recall@5": 0.8 })], THRESHOLDS, ["aurc"])[1]).toEqual({
      name: "aurc",
      passed: true,
      message: "aurc is not checked: this target cannot be asked for it",
    });
  });

  it("is not told of metrics that do not exist", () => {
    const misspelt = { ...THRESHOLDS, floors: { "recal@5": 0.7 } };
    expect(thresholdsSchema.safeParse(misspelt).error?.issues[0]?.message).toContain(
      "must name metrics: recall@1",
    );
  });
});

describe("raiseBounds", () => {
  const bounds = { ...THRESHOLDS, floors: { "recall@5": 0.7, mrr: 0.5 } };

  it("moves bounds to what was reached, to the weaker hundredth", () => {
    const raised = raiseBounds(bounds, [
      summaryOf({ "recall@5": 0.789, mrr: 0.55, aurc: 0.301, "recall@1": 0.4 }),
    ]);
    expect(raised).toEqual({ ...bounds, floors: { "recall@5": 0.78, mrr: 0.55 }, ceilings: { aurc: 0.31 } });
  });

  it("never weakens one, whatever was reached", () => {
    expect(raiseBounds(bounds, [summaryOf({ "recall@5": 0.1, aurc: 0.9 })])).toEqual(bounds);
    expect(raiseBounds(bounds, [])).toEqual(bounds);
  });
});

function outcomes(pattern: string, split: "dev" | "test" = "test"): Baseline {
  const entries = [...pattern].map((sign, i): [string, Baseline[string]] => [
    `q-${i}`,
    { split, asked: "same", right: sign === "+", found: null },
  ]);
  return Object.fromEntries(entries);
}

describe("compareWithBaseline", () => {
  it("pairs question by question and lists what flipped", () => {
    const { pairs } = compareWithBaseline(outcomes("++--"), outcomes("+-+-"));
    expect(pairs).toMatchObject([{ split: "test", what: "right", compared: 4, won: ["q-2"], lost: ["q-1"] }]);
  });

  it("compares neither new nor gone nor changed questions", () => {
    const before = { ...outcomes("+"), old: { split: "dev", asked: "x", right: true, found: null } } as const;
    const after = {
      ...outcomes("-"),
      new: { split: "dev", asked: "x", right: false, found: null },
      "q-0": { split: "test", asked: "another", right: false, found: null },
    } as const;
    expect(compareWithBaseline(before, after)).toEqual({
      pairs: [],
      added: ["new"],
      gone: ["old"],
      changed: ["q-0"],
    });
  });

  it("compares retrieval where there is evidence", () => {
    const found = (value: boolean): Baseline => ({
      a: { split: "dev", asked: "x", right: true, found: value },
      b: { split: "dev", asked: "y", right: true, found: null },
    });
    expect(compareWithBaseline(found(true), found(false)).pairs).toMatchObject([
      { what: "right", compared: 2, lost: [] },
      { what: "found", compared: 1, lost: ["a"] },
    ]);
  });
});

describe("checkComparison", () => {
  const check = (before: string, after: string, maxNetLoss = PAIRED.maxNetLoss) =>
    checkComparison(compareWithBaseline(outcomes(before), outcomes(after)), {
      paired: { ...PAIRED, maxNetLoss },
    });

  it("lets a small net loss pass, and any number of flips that even out", () => {
    expect(check("+++++", "--+++")[0]?.passed).toBe(true);
    expect(check("+".repeat(20) + "-".repeat(20), "-".repeat(20) + "+".repeat(20))[0]?.passed).toBe(true);
  });

  it("fails a larger one, in words that say where", () => {
    expect(check("+++++", "---++")).toEqual([
      {
        name: "answers against the baseline (test)",
        passed: false,
        message: "answers against the baseline (test): 0 won and 3 lost of 5, a net loss of more than 2",
      },
    ]);
  });

  it("fails an allowed net loss that chance does not explain", () => {
    const [failed] = check("+".repeat(6), "-".repeat(6), 10);
    expect(failed?.message).toContain("which chance gives with p = 0.016 only");
    expect(check("+".repeat(4), "-".repeat(4), 10)[0]?.passed).toBe(true);
  });

  it("does not let one split pay for the other", () => {
    const before = { ...outcomes("----", "dev"), ...rename(outcomes("++++")) };
    const after = { ...outcomes("++++", "dev"), ...rename(outcomes("----")) };
    const checks = checkComparison(compareWithBaseline(before, after), { paired: PAIRED });
    expect(checks.map(({ passed }) => passed)).toEqual([true, false]);
  });
});

function rename(baseline: Baseline): Baseline {
  return Object.fromEntries(Object.entries(baseline).map(([id, outcome]) => [`t${id}`, outcome]));
}

describe("baselineOf", () => {
  const baseline = async (expectation: Expectation): Promise<Baseline> =>
    baselineOf([await outcome(evalCase(expectation), response(["rise"]))]);

  it("keeps each outcome, and reads back what it writes", async () => {
    const kept = await baseline(ANSWERABLE);
    expect(kept).toMatchObject({ "q-001": { split: "test", right: true, found: true } });
    expect(baselineSchema.parse(JSON.parse(formatBaseline(kept)))).toEqual(kept);
  });

  it("knows a question by what it asks and expects, not by where its evidence stands", async () => {
    const asked = async (expectation: Expectation) => (await baseline(expectation))["q-001"]?.asked;
    const moved = { ...ANSWERABLE, evidence: [[{ start: 1, end: 25, text: "Rates rose from 8 to 24." }]] };
    expect(await asked(moved)).toBe(await asked(ANSWERABLE));
    expect(await asked({ ...ANSWERABLE, facts: [["8"]] })).not.toBe(await asked(ANSWERABLE));
    expect(await asked({ ...ANSWERABLE, question: "How far?" })).not.toBe(await asked(ANSWERABLE));
  });
});
