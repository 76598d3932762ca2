import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf } from "./figures.ts";

const readings = (text: string) => figuresOf(text).map((figure) => figure.readings.join("|"));

describe("figuresOf", () => {
  it.each([
    ["It rose by 1,200 to 24.5.", ["1200", "24.5"]],
    ["$1.1 billion, or 1,100 million", ["1100000000", "1100000000"]],
    ["8%, 8 percent, 8 per cent and 8 percentage points", ["8%", "8%", "8%", "8%"]],
    ["between 5 and 8 percent", ["5|5%", "8%"]],
    ["3-4 million people", ["3|3000000", "4000000"]],
    ["twenty-five years, two of them, and thirty days", ["25", "2", "30"]],
    ["the two countries, two-way trade, two governments and the three", []],
    ["two years, the two percent", ["2", "2%"]],
    ["ten million", ["10000000"]],
    ["from 2007-2018", ["2007", "2018"]],
    ["one of the first, a second, no one", []],
    ["one million", ["1000000"]],
    ["a million, hundreds of boats, half of them", ["million", "hundred", "half"]],
    ["it doubled, was halved and cost twice as much", ["double", "half", "double"]],
    ["two-thirds of it", ["third"]],
    ["12k, 12bn and $3m", ["12000", "12000000000", "3000000"]],
    ["at -12 degrees, 10-12 boats", ["-12", "10", "12"]],
    ["the thirteenth of March, the 13th", ["13", "13"]],
    ["the nine boats, a nine-day gale", ["9", "9"]],
    ["someone often weighs a tenet", []],
    ["COVID-19", ["19"]],
    ["", []],
  ])("reads %j", (text, expected) => {
    expect(readings(text)).toEqual(expected);
  });

  it("reads every whole number that is written with or without separators alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (number) => {
        expect(readings(`about ${number} of them`)).toEqual([String(number)]);
        expect(readings(`about ${number.toLocaleString("en-US")} of them`)).toEqual([String(number)]);
      }),
    );
  });
});
