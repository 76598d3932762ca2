import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrap, bootstrapMean } from "./bootstrap.ts";
import { mcnemar } from "./mcnemar.ts";

describe("bootstrap", () => {
  it("gives an interval around the mean, the same every time", () => {
    const values = [...new Array<number>(60).fill(1), ...new Array<number>(40).fill(0)];
    const estimate = bootstrapMean(values);
    expect(estimate).toEqual(bootstrapMean(values));
    expect(estimate.value).toBe(0.6);
    expect(estimate.n).toBe(100);
    // Normal approximation: 0.6 +- 1.96 * sqrt(0.24 / 100).
    expect(estimate.low).toBeCloseTo(0.504, 1);
    expect(estimate.high).toBeCloseTo(0.696, 1);
    expect(bootstrapMean(values, 2)).not.toEqual(estimate);
  });

  it("takes any statistic of the sample", () => {
    expect(bootstrap([3, 3, 3], (sample) => sample.length)).toEqual({ value: 3, low: 3, high: 3, n: 3 });
  });

  it("keeps the interval inside the values", () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, (some) => {
        const { low, high } = bootstrapMean(some);
        return low <= high && low >= Math.min(...some) - 1e-9 && high <= Math.max(...some) + 1e-9;
      }),
      { numRuns: 30 },
    );
  });
});

describe("mcnemar", () => {
  it.each([
    [0, 0, 1],
    [0, 1, 0.5],
    [1, 0, 1],
    [0, 5, 1 / 32],
    [1, 5, 7 / 64],
    [3, 3, 42 / 64],
  ])("of %d gains and %d losses is %d", (gains, losses, expected) => {
    expect(mcnemar(gains, losses)).toBeCloseTo(expected, 3);
  });

  it("stays a probability, falling with each loss, for many changes too", () => {
    expect(mcnemar(500, 560)).toBeCloseTo(0.035, 2);
    expect(mcnemar(600, 600)).toBeCloseTo(0.51, 2);
    expect(mcnemar(1, 900)).toBeLessThan(1e-6);
  });
});
