import { describe, expect, it } from "vitest";
import { throughput, timing } from "./timing.ts";

describe("timing", () => {
  it("gives mean and nearest-rank percentiles", () => {
    const durations = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(timing(durations)).toEqual({ count: 100, mean: 50.5, p50: 50, p95: 95 });
    expect(timing([])).toEqual({ count: 0, mean: 0, p50: 0, p95: 0 });
  });
});

describe("throughput", () => {
  it("does every item once, with no more at a time than there are lanes", async () => {
    const seen: number[] = [];
    let busy = 0;
    let most = 0;
    await throughput([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      busy += 1;
      most = Math.max(most, busy);
      await new Promise((resolve) => setTimeout(resolve, 1));
      seen.push(item);
      busy -= 1;
    });
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });
});
