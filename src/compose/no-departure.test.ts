import { describe, expect, it } from "vitest";
import { tellsNoDeparture } from "./no-departure.ts";

describe("tellsNoDeparture", () => {
  it.each([
    ["when did norwick leave the herring pact", "The herring pact took effect in 1931."],
    ["Why did Elmsby reject the Harbour Initiative?", "Elmsby had asked for the initiative."],
  ])("is so where nobody turned away: %s", (question, text) => {
    expect(tellsNoDeparture(question, text)).toBe(true);
  });

  it.each([
    [
      "somebody did",
      "When did Norwick leave the pact?",
      "In 1950 Norwick announced the end of it; it ended.",
    ],
    ["nothing of the kind is asked", "When did the pact take effect?", "The pact took effect in 1931."],
    ["no agreement is left", "Why did people leave Norwick?", "The herring was gone."],
  ])("is not so where %s", (_, question, text) => {
    expect(tellsNoDeparture(question, text)).toBe(false);
  });
});
