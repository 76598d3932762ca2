import { describe, expect, it } from "vitest";
import { timeEach, timing } from "./timing.ts";

describe("timing", () => {
  it("gives mean and nearest-rank percentiles", () => {
    const durations = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(timing(durations)).toEqual({ count: 100, mean: 50.5, p50: 50, p95: 95 });
    expect(timing([])).toEqual({ count: 0, mean: 0, p50: 0, p95: 0 });
  });
});

describe("timeEach", () => {
  it("does the items one after the other and times each", async () => {
    const done: number[] = [];
    const durations = await timeEach([1, 2, 3], async (item) => {
      await new Promise((resolve) => setTimeout(resolve, 4 - item));
      done.push(item);
    });
    expect(done).toEqual([1, 2, 3]);
    expect(durations).toHaveLength(3);
    expect(Math.min(...durations)).toBeGreaterThan(0);
  });
});
