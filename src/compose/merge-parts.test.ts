import { describe, expect, it } from "vitest";
import { makePassage } from "../domain/corpus.fixture.ts";
import { quoteSentences } from "./cite.ts";
import type { Composition } from "./composition.ts";
import { mergeParts } from "./merge-parts.ts";
import { phrasesFor } from "./phrases.ts";

const passage = makePassage("The pier cost 40. The town paid. Nobody complained.", { id: "pier" });
const answered = (sentence: number, confidence: number): Composition => ({
  draft: { parts: [quoteSentences(passage, sentence, sentence)], notices: ["as_of"] },
  reason: null,
  message: "",
  confidence,
  nearest: [],
  signals: {},
});
const silent: Composition = {
  draft: null,
  reason: "not_in_report",
  message: "No.",
  confidence: 0.1,
  nearest: [],
  signals: {},
};
const merge = (...compositions: Composition[]) =>
  mergeParts(
    compositions.map((composition, i) => ({ text: `part ${i + 1}?`, composition })),
    phrasesFor("en"),
  );

describe("mergeParts", () => {
  it("says what answers each part, in order, with the least confidence and every notice once", () => {
    const merged = merge(answered(0, 0.9), answered(1, 0.6));
    expect(merged?.composition.draft?.parts.map((part) => part.text)).toEqual([
      "The pier cost 40.",
      "The town paid.",
    ]);
    expect(merged?.composition.draft?.notices).toEqual(["as_of"]);
    expect(merged?.composition.confidence).toBe(0.6);
    expect(merged?.uncovered).toBeNull();
  });

  it("says a sentence once when it answers both parts", () => {
    expect(merge(answered(0, 0.9), answered(0, 0.8))?.composition.draft?.parts).toHaveLength(1);
  });

  it("leaves out a line before what has been said already", () => {
    const dated = answered(0, 0.8);
    const framed: Composition = {
      ...dated,
      draft: { parts: [{ kind: "frame", text: "As of 1950:" }, ...(dated.draft?.parts ?? [])], notices: [] },
    };
    const texts = merge(answered(0, 0.9), framed)?.composition.draft?.parts.map((part) => part.text);
    expect(texts).toEqual(["The pier cost 40."]);
    expect(merge(framed, silent)?.composition.draft?.parts).toHaveLength(3);
  });

  it("leaves out a sentence that stands in a longer quote", () => {
    const both: Composition = {
      ...answered(0, 0.7),
      draft: { parts: [quoteSentences(passage, 0, 1)], notices: [] },
    };
    const texts = merge(answered(1, 0.9), both)?.composition.draft?.parts.map((part) => part.text);
    expect(texts).toEqual(["The pier cost 40. The town paid."]);
  });

  it("says a longer quote where the first that stands in it would be said", () => {
    const [first, both] = [
      { parts: [quoteSentences(passage, 0, 0)], notices: [] },
      { parts: [quoteSentences(passage, 2, 2), quoteSentences(passage, 0, 1)], notices: [] },
    ].map((draft): Composition => ({ ...answered(0, 0.7), draft }));
    const texts = merge(first ?? silent, both ?? silent)?.composition.draft?.parts.map(({ text }) => text);
    expect(texts).toEqual(["The pier cost 40. The town paid.", "Nobody complained."]);
  });

  it("names the part that is left open", () => {
    const merged = merge(answered(0, 0.9), silent);
    expect(merged?.uncovered).toBe("part 2?");
    expect(merged?.composition.draft?.parts.at(-1)).toEqual({
      kind: "frame",
      text: "The report does not answer this part: part 2?",
    });
  });

  it("is nothing when no part is answered", () => {
    expect(merge(silent, silent)).toBeNull();
    expect(merge()).toBeNull();
  });
});
