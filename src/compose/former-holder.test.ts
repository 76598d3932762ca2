import { describe, expect, it } from "vitest";
import { tellsFormerHolder } from "./former-holder.ts";

describe("tellsFormerHolder", () => {
  it.each([
    ["Who is the ambassador to Norwick?", "Ann Lee is the former Elmsby Ambassador to Norwick (2007-13)."],
    ["who's the current ambassador in Norwick", "Bo Keller, Career Ambassador (ret), fishes."],
    ["Who is Norwick's mayor now?", "The then-mayor Max Grubb left."],
  ])("is so of who held an office before: %s", (question, sentence) => {
    expect(tellsFormerHolder(question, sentence)).toBe(true);
  });

  it.each([
    ["who holds it", "Who is the mayor of Norwick?", "Mayor Ines Vale met the former general."],
    ["who held it, if that is asked", "Who is the former mayor?", "The former mayor Max Grubb left."],
    ["who held it, in a question on the past", "Who was the mayor?", "The former mayor Max Grubb left."],
    ["a question on no office", "Who is Max Grubb?", "The former mayor Max Grubb left."],
  ])("is not so of %s", (_, question, sentence) => {
    expect(tellsFormerHolder(question, sentence)).toBe(false);
  });
});
