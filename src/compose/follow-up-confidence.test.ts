import { describe, expect, it } from "vitest";
import { NOTHING_SAID, saidOf, villageFollowUp } from "./follow-up.fixture.ts";
import { asksNothing, followUpSignals } from "./follow-up-confidence.ts";

const { index, pier, cost, followUp } = await villageFollowUp();
/** Gives every answer the same chance. */
const even = { bias: 0, weights: {} };

describe("asksNothing", () => {
  const asked = (text: string) => {
    const { question, ...reading } = followUp(NOTHING_SAID, [pier(0.5)]).own;
    const own = { ...reading, question: { ...question, text, terms: text.toLowerCase().split(" ") } };
    return { ...followUp(NOTHING_SAID, [pier(0.5)]), asked: own };
  };

  it("is so of a word or two that neither the texts nor their questions have", () => {
    expect(asksNothing(asked("lol"), index)).toBe(true);
    expect(asksNothing(asked("asdf qwer"), index)).toBe(true);
    expect(asksNothing(asked("asdf qwer zxcv"), index)).toBe(false);
    expect(asksNothing(asked("pier"), index)).toBe(false);
    expect(asksNothing(followUp(NOTHING_SAID, [pier(0.5)]), index)).toBe(false);
  });
});

describe("followUpSignals", () => {
  it("are log-odds, of which no chance at all is the least", () => {
    const found = followUp(NOTHING_SAID, [pier(0.5)], [pier(0.5)]);
    expect(followUpSignals(pier(0.5), found, even, index)).toMatchObject({ best: 0, chance: 0, asked: 0 });
    expect(followUpSignals(pier(1), found, even, index).best).toBe(8);
    expect(followUpSignals(pier(0), found, even, index).best).toBe(-8);
  });

  it("count a reading that did not find the sentence as no chance, and a question that was not asked so, too", () => {
    const found = followUp(NOTHING_SAID, [pier(0.5)], [cost(0.5)]);
    expect(followUpSignals(pier(0.5), found, even, index).chance).toBeCloseTo(Math.log(0.25 / 0.75), 9);
    const alone = followUpSignals(pier(0.5), followUp(NOTHING_SAID, [pier(0.5)]), even, index);
    expect(alone).toMatchObject({ asked: -8, strange: 0 });
  });

  it("tell where the sentence stands to what was said", () => {
    const found = followUp(saidOf(pier(0.5)), [pier(0.5), cost(0.5)]);
    expect(followUpSignals(cost(0.5), found, even, index)).toMatchObject({ ahead: 1, saidLast: 0 });
    expect(followUpSignals(pier(0.5), found, even, index)).toMatchObject({ ahead: 0, saidLast: 1 });
  });

  it("tell how near the sentence is in context, and whether what is not answered is nearer to the readings", () => {
    const found = followUp(NOTHING_SAID, [pier(0.5)]);
    const { vector } = found.own.retrieval;
    const near = index.sentences.similarity(pier(0.5).row, vector);
    expect(followUpSignals(pier(0.5), found, even, index).inContext).toBeCloseTo(near, 9);
    const vain = { similarity: 1, likeness: 1, coverage: 1, terms: [], figures: [] };
    const unanswered = Array.from({ length: 5 }, () => vain);
    const own = { ...found.own, retrieval: { ...found.own.retrieval, unanswered } };
    const [before, after] = [found, { ...found, own }].map((one) =>
      followUpSignals(pier(0.5), one, even, index),
    );
    expect(after?.unansweredShare).toBeGreaterThan(before?.unansweredShare ?? 1);
    expect(after?.unansweredLead).toBeGreaterThan(before?.unansweredLead ?? 1);
  });
});
