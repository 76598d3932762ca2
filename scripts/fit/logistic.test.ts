import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probability } from "../../src/domain/linear-model.ts";
import { fitLogistic, type Row } from "./logistic.ts";

const row = (x: number, label: 0 | 1, weight = 1): Row => ({ features: { x }, label, weight });

describe("fitLogistic", () => {
  it("finds the odds of the data when there is nothing else to go by", () => {
    const model = fitLogistic([row(0, 1), row(0, 0), row(0, 0), row(0, 0)], ["x"]);
    expect(probability(model, { x: 0 })).toBeCloseTo(0.25, 3);
  });

  it("weighs rows", () => {
    const model = fitLogistic([row(0, 1, 3), row(0, 0, 1)], ["x"]);
    expect(probability(model, { x: 0 })).toBeCloseTo(0.75, 3);
  });

  it("stays sane where classes can be parted, or features are nearly the same", () => {
    const rows = Array.from({ length: 400 }, (_, i): Row => {
      const x = i / 400;
      return {
        features: { x, same: x + 1e-9, rare: i === 399 ? 1 : 0 },
        label: x > 0.97 ? 1 : 0,
        weight: 500 / 400,
      };
    });
    const model = fitLogistic(rows, ["x", "same", "rare"]);
    expect(probability(model, { x: 0.99, same: 0.99 })).toBeGreaterThan(
      probability(model, { x: 0.5, same: 0.5 }),
    );
    for (const weight of Object.values(model.weights)) expect(Math.abs(weight)).toBeLessThan(100);
  });

  it("gives a higher probability to what goes with the label, whatever the numbers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 60 }),
        (values) => {
          const rows = values.flatMap((x) => [row(x, 0), row(x + 0.5, 1)]);
          const model = fitLogistic(rows, ["x"], { l2: 0.1 });
          expect(model.weights["x"]).toBeGreaterThan(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});
