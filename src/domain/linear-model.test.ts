import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shifted } from "./linear-model.ts";

const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const logOdds = fc.double({ min: -5, max: 5, noNaN: true });

describe("shifted", () => {
  it("adds log-odds: it stays a probability, goes the way of the shift, and can be taken back", () => {
    fc.assert(
      fc.property(chance, logOdds, (p, shift) => {
        const moved = shifted(p, shift);
        expect(moved).toBeGreaterThan(0);
        expect(moved).toBeLessThan(1);
        if (Math.abs(shift) > 0.001) expect(Math.sign(moved - p)).toBe(Math.sign(shift));
        expect(shifted(moved, -shift)).toBeCloseTo(p, 9);
      }),
    );
  });

  it("leaves a probability as it is, to the last digit, when nothing is added", () => {
    fc.assert(fc.property(chance, (p) => shifted(p, 0) === p));
  });
});
