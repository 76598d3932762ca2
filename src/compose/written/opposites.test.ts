import { describe, expect, it } from "vitest";
import { deniesAlone, movesAgainst } from "./opposites.ts";

describe("deniesAlone", () => {
  it.each([
    ["The pier was not repaired.", "The pier was repaired.", true],
    ["The pier was never repaired.", "The pier has not been repaired.", false],
    ["The pier was repaired.", "The pier was not repaired.", false],
    ["They failed to repair it.", "They repaired it.", true],
    ["They did not accept it.", "They disputed it.", false],
    ["It isn't a port.", "It is a port in the united kingdom.", true],
  ])("%j on %j: %s", (sentence, quote, expected) => {
    expect(deniesAlone(sentence, quote)).toBe(expected);
  });
});

describe("movesAgainst", () => {
  it.each([
    ["Catches fell.", "Catches rose.", true],
    ["Catches grew.", "Catches declined sharply.", true],
    ["Catches rose.", "Catches increased.", false],
    ["Catches rose.", "Catches fell before they rose.", false],
    ["Catches were counted.", "Catches rose.", false],
  ])("%j on %j: %s", (sentence, quote, expected) => {
    expect(movesAgainst(sentence, quote)).toBe(expected);
  });
});
