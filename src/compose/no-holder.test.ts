import { describe, expect, it } from "vitest";
import { tellsNoHolder } from "./no-holder.ts";

describe("tellsNoHolder", () => {
  it.each([
    ["Who is the ambassador to Norwick?", "Ann Lee is the former Elmsby Ambassador to Norwick (2007-13)."],
    ["who's the current ambassador in Norwick", "Bo Keller, Career Ambassador (ret), fishes."],
    ["Who is Norwick's mayor now?", "The then-mayor Max Grubb left."],
    ["Who is the harbour director?", "Previously, she was director of the harbour."],
  ])("is so of who held an office before: %s", (question, sentence) => {
    expect(tellsNoHolder(question, sentence)).toBe(true);
  });

  it.each([
    ["head of the pier company", "The pier company is awash with debt."],
    ["Who is the chief of the pilots?", "Pilots fish for herring."],
  ])("is so of a sentence on no office: %s", (question, sentence) => {
    expect(tellsNoHolder(question, sentence)).toBe(true);
  });

  it.each([
    ["who holds it", "Who is the mayor of Norwick?", "Mayor Ines Vale met the former general."],
    ["who held it, if that is asked", "Who is the former mayor?", "The former mayor Max Grubb left."],
    ["who held it, in a question on the past", "Who was the mayor?", "The former mayor Max Grubb left."],
    ["a question on no office", "Who is Max Grubb?", "The former mayor Max Grubb left."],
  ])("is not so of %s", (_, question, sentence) => {
    expect(tellsNoHolder(question, sentence)).toBe(false);
  });
});
