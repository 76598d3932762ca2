import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kthGreatest } from "./kth-greatest.ts";

describe("the k-th greatest score", () => {
  it("is what sorting all of them gives", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 300 }),
        (values, k) => {
          const sorted = [...values].sort((a, b) => b - a);
          expect(kthGreatest(Float64Array.from(values), k)).toBe(sorted[k - 1] ?? -Infinity);
        },
      ),
      { seed: 20210101 },
    );
  });
});
