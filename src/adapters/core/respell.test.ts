import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashWords } from "../../domain/hashed-words.ts";
import { createEnglishAnalyzer } from "./english-analyzer.ts";
import { createRespell } from "./respell.ts";

const analyzer = createEnglishAnalyzer();
const respell = createRespell({
  sentences: [
    "The council of Tarnholm built the stone harbour because the population grew, said López.",
    "It replied that migration and the harbour are what Tarnholm lives on, as López knew.",
  ],
  questions: new Set(["how meny boats sank?", "Why were the boats repaired?", "Who repaired the pier?"]),
  analyzer,
  dictionary: hashWords(["build", "labour", "fever", "reply"].flatMap((word) => analyzer.terms(word))),
});

describe("what people type", () => {
  it.each([
    ["what did the concil build", "what did the council build"],
    ["whos populaton grew, and why the harbuor", "whos population grew, and why the harbour"],
    ["Populatoin of Tarnholm?", "Population of Tarnholm?"],
    ["who repiared it", "who repaired it"],
    ["lives form the haurbor", "lives form the haurbor"],
    ["What did Lópze know of Tarnhlom?", "What did López know of Tarnholm?"],
  ])("is put right by the words of the texts and of what is asked: %s", (typed, meant) => {
    expect(respell(typed)).toBe(meant);
  });

  it.each([
    ["a word of the texts in another form", "Does it migrate?"],
    ["a word of the dictionary", "Is labour a fever?"],
    ["a name that is like a word", "What did Mr Counsil and Harbor say?"],
    ["a name that is like another", "Where is Tarnholn?"],
    ["an acronym", "What is PIRE, and who owns it?"],
    ["what is like nothing", "why the zeppelins"],
    ["short words", "wy is it so"],
    ["what has one", "hadn't they? Weren’t it for the harbour, wouldn't they"],
    ["what lacks an apostrophe", "why doesnt it, arent they, thats the harbour"],
  ])("is left as it is: %s", (_, typed) => {
    expect(respell(typed)).toBe(typed);
  });

  it("is not put right by a word that a single person typed", () => {
    expect(respell("how mnay boats")).toBe("how mnay boats");
    expect(respell("how maeny boats")).toBe("how maeny boats");
  });

  it("is changed in letters alone, and no further when it is read again", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{0,9}[?,.']?$/u), { maxLength: 8 }).map((words) => words.join(" ")),
        (typed) => {
          const read = respell(typed);
          expect(read.replace(/\p{L}+/gu, "x")).toBe(typed.replace(/\p{L}+/gu, "x"));
          expect(respell(read)).toBe(read);
        },
      ),
    );
  });
});
