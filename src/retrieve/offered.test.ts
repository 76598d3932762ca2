import { describe, expect, it } from "vitest";
import { offers, tellsAmount } from "./offered.ts";

describe("offers", () => {
  it("finds numbers in figures and words, but not in names", () => {
    expect(offers("number", "It sank 12 boats.")).toBe(true);
    expect(offers("number", "It sank a dozen boats.")).toBe(true);
    expect(offers("number", "It cost $4 billion, (8 percent).")).toBe(true);
    expect(offers("number", "The G20 spoke of COVID-19 vaccines.")).toBe(false);
  });
});

describe("tellsAmount", () => {
  it.each([
    "It sank 12 boats in 2019.",
    "It rose to 2,100 boats.",
    "About half of it.",
    "2019 saw 3.5 of them.",
  ])("takes %j for an amount", (sentence) => {
    expect(tellsAmount(sentence)).toBe(true);
  });

  it.each(["It sank in 2019.", "Between 1994 and 2018, COVID-19 aside.", "The H1N1 flu came back.", ""])(
    "finds none in %j",
    (sentence) => {
      expect(tellsAmount(sentence)).toBe(false);
    },
  );
});
