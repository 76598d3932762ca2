import { describe, expect, it } from "vitest";
import { NOTHING_SAID, villageFollowUp } from "./follow-up.fixture.ts";
import { allOf, rankReadings } from "./follow-up.ts";

const { reading, pier, cost, followUp } = await villageFollowUp();

describe("rankReadings", () => {
  const own = reading([cost(0.5)]);
  const ranksOf = () => reading([pier(0.5)]);
  const none = { asked: null, withLast: null, withAnswer: null };

  it("ranks each reading that is there", () => {
    const found = rankReadings(own, { said: NOTHING_SAID, readings: { ...none, withLast: own } }, ranksOf);
    expect(found).toMatchObject({ said: NOTHING_SAID, own, asked: null, withAnswer: null });
    expect(found?.withLast?.ranked.map(({ row }) => row)).toEqual([pier(0).row]);
  });

  it("is nothing for a question that has but one wording", () => {
    expect(rankReadings(own, { said: NOTHING_SAID, readings: null }, ranksOf)).toBeNull();
    expect(rankReadings(own, { said: NOTHING_SAID, readings: none }, ranksOf)).toBeNull();
  });
});

describe("allOf", () => {
  it("has the readings that are there, the rules' own first", () => {
    expect(allOf(followUp(NOTHING_SAID, [pier(0.5)]))).toHaveLength(1);
    const [own, asked] = allOf(followUp(NOTHING_SAID, [pier(0.5)], [cost(0.5)]));
    expect([own, asked].map((one) => one?.ranked[0]?.row)).toEqual([pier(0).row, cost(0).row]);
  });
});
