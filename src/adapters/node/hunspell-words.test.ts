import { describe, expect, it } from "vitest";
import { readEnglishDictionary } from "./english-dictionary.ts";
import { hunspellWords } from "./hunspell-words.ts";

const AFF = `SET UTF-8
PFX A Y 1
PFX A   0     re         .

SFX D Y 3
SFX D   0     d          e
SFX D   y     ied        [^aeiou]y
SFX D   0     ed         [^ey]

SFX M Y 1
SFX M   0     's         .
`;

describe("the words of a Hunspell dictionary", () => {
  it("are its words with their endings and beginnings", () => {
    const words = hunspellWords(AFF, "4\nplay/AD\ncarry/DM\nnone\n1st/p\n");
    expect(words).toEqual(["play", "replay", "carry", "carried", "none"]);
    expect(hunspellWords(AFF, "1\nbuild/AD\n")).toEqual(["build", "builded", "rebuild", "rebuilded"]);
  });

  it("of English are those that people type", () => {
    const words = new Set(readEnglishDictionary());
    const typed = ["reply", "replied", "conversion", "earliest", "supposedly", "governments", "London"];
    expect(typed.filter((word) => !words.has(word))).toEqual([]);
    expect(["goverment", "recieve", "untill"].filter((word) => words.has(word))).toEqual([]);
  });
});
