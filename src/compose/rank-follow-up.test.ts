import { describe, expect, it } from "vitest";
import { NOTHING_SAID, saidOf, villageFollowUp } from "./follow-up.fixture.ts";
import type { Said } from "./follow-up.ts";
import { followUpSentences, rankFollowUp } from "./rank-follow-up.ts";
import type { RankedSentence } from "./select.ts";

const { index, pier, cost, teachers, boats, followUp } = await villageFollowUp();

describe("followUpSentences", () => {
  it("tells how likely each reading has them, a missing reading as the rules' own and a miss as the least", () => {
    const [one, other] = followUpSentences(followUp(NOTHING_SAID, [pier(0.5)], [teachers(0.9)]), index);
    expect(one?.features).toMatchObject({ own: 0, asked: -8, withLast: 0, withAnswer: 0, ahead: 0 });
    expect(other?.features.own).toBe(-8);
    expect(other?.features.asked).toBeCloseTo(Math.log(9), 9);
  });

  it("tells what was said, and what comes behind it", () => {
    const said = { ...saidOf(pier(0.5)), earlier: teachers(0.5).text };
    const found = followUpSentences(followUp(said, [pier(0.5), cost(0.5), teachers(0.5), boats(0.5)]), index);
    const told = new Map(found.map(({ sentence: { row }, features }) => [row, features]));
    expect(told.get(pier(0.5).row)).toMatchObject({ saidLast: 1, saidEarlier: 0, ahead: 0 });
    expect(told.get(cost(0.5).row)).toMatchObject({ saidLast: 0, saidEarlier: 0, ahead: 1 });
    expect(told.get(teachers(0.5).row)).toMatchObject({ saidLast: 0, saidEarlier: 1, ahead: 1 });
    expect(told.get(boats(0.5).row)).toMatchObject({ saidLast: 0, ahead: 0 });
  });
});

describe("rankFollowUp", () => {
  it("prefers what all readings find to what one of them is sure of", () => {
    const found = followUp(NOTHING_SAID, [teachers(0.9), pier(0.6)], [pier(0.6)], [pier(0.6)]);
    expect(rankFollowUp(found, index).map(({ row }) => row)).toEqual([pier(0).row, teachers(0).row]);
  });

  it("finds what goes on from the last answer likelier, and what was said less likely", () => {
    const chances = (said: Said) => {
      const ranked = rankFollowUp(followUp(said, [pier(0.5), cost(0.5), boats(0.5)]), index);
      const chanceOf = ({ row }: RankedSentence) => ranked.find((one) => one.row === row)?.probability ?? 0;
      return { pier: chanceOf(pier(0)), cost: chanceOf(cost(0)), boats: chanceOf(boats(0)) };
    };
    const [before, after] = [chances(NOTHING_SAID), chances(saidOf(pier(0.5)))];
    expect(after.cost).toBeGreaterThan(before.cost);
    expect(after.pier).toBeLessThan(before.pier);
    expect(after.boats).toBe(before.boats);
  });

  it("gives probabilities, whatever is found", () => {
    for (const chance of [0, 1e-9, 0.5, 1 - 1e-12, 1]) {
      const [only] = rankFollowUp(followUp(NOTHING_SAID, [pier(chance)], []), index);
      expect(only?.probability).toBeGreaterThan(0);
      expect(only?.probability).toBeLessThan(1);
    }
    expect(rankFollowUp(followUp(NOTHING_SAID, [], []), index)).toEqual([]);
  });
});
