import { describe, expect, it } from "vitest";
import { abstentionPrecision, abstentionRecall } from "./abstention.ts";
import { followUpAccuracy, type JudgedTurn } from "./follow-up-accuracy.ts";
import { latency } from "./latency.ts";
import { areaUnderRisk, riskCoverage } from "./risk-coverage.ts";

describe("abstention", () => {
  it("counts declined unanswerable questions against all of them, and against all declined", () => {
    const decisions = [
      { answerable: false, abstained: true },
      { answerable: false, abstained: true },
      { answerable: false, abstained: false },
      { answerable: true, abstained: true },
      { answerable: true, abstained: false },
    ];
    expect(abstentionRecall(decisions)).toBeCloseTo(2 / 3, 10);
    expect(abstentionPrecision(decisions)).toBeCloseTo(2 / 3, 10);
    expect(abstentionPrecision([{ answerable: true, abstained: false }])).toBe(1);
    expect(abstentionRecall([])).toBe(0);
  });
});

describe("riskCoverage", () => {
  const attempts = [
    { confidence: 0.2, right: false },
    { confidence: 0.9, right: true },
    { confidence: 0.5, right: true },
    { confidence: 0.5, right: false },
  ];

  it("has a point for each confidence, equal ones together", () => {
    expect(riskCoverage(attempts, 5)).toEqual([
      { coverage: 0.2, risk: 0 },
      { coverage: 0.6, risk: 1 / 3 },
      { coverage: 0.8, risk: 0.5 },
    ]);
  });

  it("has an area that is smaller when the wrong answers are the least sure ones", () => {
    expect(areaUnderRisk(riskCoverage(attempts, 5))).toBeCloseTo((0.4 / 3 + 0.2 * 0.5) / 0.8, 10);
    const worse = attempts.map(({ confidence, right }) => ({ confidence: 1 - confidence, right }));
    expect(areaUnderRisk(riskCoverage(worse, 5))).toBeGreaterThan(areaUnderRisk(riskCoverage(attempts, 5)));
    expect(areaUnderRisk([])).toBe(0);
  });
});

describe("followUpAccuracy", () => {
  it("relates follow-up turns to first turns", () => {
    const turn = (role: JudgedTurn["role"], right: boolean): JudgedTurn => ({ role, right });
    const turns = [
      turn("first", true),
      turn("first", true),
      turn("first", false),
      turn("follow-up", true),
      turn("follow-up", false),
      turn("switch", true),
    ];
    expect(followUpAccuracy(turns)).toBeCloseTo(0.5 / (2 / 3), 10);
    expect(followUpAccuracy([turn("follow-up", true)])).toBe(0);
  });
});

describe("latency", () => {
  it("gives percentiles of durations in any order", () => {
    const durations = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(latency(durations)).toEqual({ p50: 50.5, p95: 95.05, max: 100 });
    expect(latency([])).toEqual({ p50: 0, p95: 0, max: 0 });
  });
});
