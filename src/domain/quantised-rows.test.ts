import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantiseRows, readQuantisedRows } from "./quantised-rows.ts";

const unit = (numbers: readonly number[]): number[] => {
  const length = Math.hypot(...numbers) || 1;
  return numbers.map((value) => value / length);
};
const vector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 50, maxLength: 50 })
  .map(unit);

describe("quantiseRows", () => {
  it("gives dot products close to the exact ones", () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 5 }), vector, (rows, query) => {
        const quantised = quantiseRows(Float32Array.from(rows.flat()), 50);
        rows.forEach((row, at) => {
          const exact = row.reduce((sum, value, i) => sum + value * (query[i] ?? 0), 0);
          expect(Math.abs(quantised.dot(at, query) - exact)).toBeLessThan(0.015);
        });
      }),
    );
  });

  it("keeps a vector of zeros and numbers of any size", () => {
    const rows = quantiseRows(Float32Array.from([0, 0, 127, -254]), 2);
    expect(rows.dot(0, [1, 1])).toBe(0);
    expect(rows.dot(1, [0, 1])).toBeCloseTo(-254);
    expect(rows.dot(1, [1, 0])).toBeCloseTo(128);
  });

  it("is the same after it was stored", () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 5 }), vector, (rows, query) => {
        const quantised = quantiseRows(Float32Array.from(rows.flat()), 50);
        const read = readQuantisedRows(quantised.bytes().buffer, 50);
        expect(read.size).toBe(rows.length);
        rows.forEach((_, at) => {
          expect(read.dot(at, query)).toBe(quantised.dot(at, query));
        });
      }),
    );
    expect(() => readQuantisedRows(new ArrayBuffer(59), 50)).toThrow(RangeError);
  });
});
