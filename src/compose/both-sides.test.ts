import { describe, expect, it } from "vitest";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { analyseQuestion } from "../converse/index.ts";
import { makePassage } from "../domain/corpus.fixture.ts";
import { withOtherSide } from "./both-sides.ts";

const index = await villageIndex();
const [one, other] = [
  makePassage("Norwick promised a pier.", { id: "one", order: 0, section: ["Pledges"] }),
  makePassage("Elmsby, for its part, promised boats.", { id: "other", order: 1, section: ["Pledges"] }),
];

function quoted(asked: string, next = other): string[] {
  const corpus = { ...index.corpus, passages: [one, next] };
  const question = analyseQuestion(asked, corpus.chapters, createEnglishAnalyzer());
  const picks = [{ passage: one, from: 0, to: 0, probability: 0.9 }];
  return withOtherSide(picks, question, { ...index, corpus }).map(({ passage }) => passage.id);
}

describe("withOtherSide", () => {
  it("goes on in the passage behind for what each side does", () => {
    expect(quoted("What did each side promise?")).toEqual(["one", "other"]);
  });

  it("does not go on for what one does, nor to what tells of something else", () => {
    expect(quoted("What did Norwick promise?")).toEqual(["one"]);
    expect(quoted("What did each side promise?", { ...other, text: "Elmsby promised boats." })).toEqual([
      "one",
    ]);
    expect(quoted("What did each side promise?", { ...other, section: ["Boats"] })).toEqual(["one"]);
  });
});
