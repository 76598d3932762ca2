import { describe, expect, it } from "vitest";
import { spokenOf } from "./spoken-of.ts";

describe("spokenOf", () => {
  it.each([
    ["Does the report mention tequila?", "tequila"],
    ["do they talk about the opioid crisis", "the opioid crisis"],
    ["Is the North American Development Bank mentioned?", "the North American Development Bank"],
    ["Was Garcia Luna's case discussed anywhere in the report?", "Garcia Luna's case"],
    ["is there anything about school exchanges in it?", "school exchanges"],
    ["Is there a section on human rights?", "human rights"],
    ["anything on abortion?", "abortion"],
    ["does the report say anything about water or air at all?", "water or air"],
    ["Is there anything in the report about wind?", "wind"],
  ])("takes the subject of %j", (text, subject) => {
    expect(spokenOf(text)).toBe(subject);
  });

  it.each([
    "Does the report mention why the talks failed?",
    "does it mention it?",
    "Was immigration discussed at the summit of 2005?",
    "What does the report say about water?",
    "Is Mexico covered by the treaty?",
    "Does the report say that trade will grow?",
    "Does Mexico mention the treaty?",
    "Is anything done about wages?",
    "Does the report talk about what Congress should do?",
  ])("leaves %j", (text) => {
    expect(spokenOf(text)).toBeNull();
  });
});
