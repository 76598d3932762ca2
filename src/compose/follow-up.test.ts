import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";
import { followUpSentences, followUpSignals, rankFollowUp, type Said } from "./follow-up.ts";
import type { RankedSentence } from "./select.ts";

const index = await villageIndex();
const analyzer = createEnglishAnalyzer();
const question = analyseQuestion("Why did the fleet shrink?", index.corpus.chapters, analyzer);
const retrieval = await createRetriever(index, createFakeEncoder(256)).retrieve(question);
const ranked = createExtractiveComposer(index, analyzer).rank(question, retrieval, 8);

/** The sentence with some words, as likely as is said. */
function sentence(words: string, probability: number): RankedSentence {
  const found = ranked.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`no sentence has "${words}"`);
  return { ...found, candidate: { ...found.candidate, closeness: 0 }, probability };
}

const NOTHING: Said = { last: "", earlier: "", quoted: [] };
const pier = (probability: number): RankedSentence => sentence("stone pier", probability);
const cost = (probability: number): RankedSentence => sentence("40,000", probability);
const teachers = (probability: number): RankedSentence => sentence("Three teachers", probability);
const saidOf = ({ text, candidate }: RankedSentence): Said => ({
  ...NOTHING,
  last: text,
  quoted: [candidate.passage.id],
});

describe("followUpSentences", () => {
  it("tells how likely each reading has a sentence, a missing reading as the first and a miss as the least", () => {
    const [one, other] = followUpSentences([[pier(0.5)], [teachers(0.9)]], NOTHING, index);
    expect(one?.features).toMatchObject({ first: 0, second: -8, third: 0, beside: 0, ahead: 0 });
    expect(other?.features.first).toBe(-8);
    expect(other?.features.second).toBeCloseTo(Math.log(9), 9);
  });

  it("tells what was said, and what comes behind it", () => {
    const said = { ...saidOf(pier(0.5)), earlier: teachers(0.5).text };
    const lists = [[pier(0.5), cost(0.5), teachers(0.5), sentence("Twelve boats", 0.5)]];
    const told = new Map(
      followUpSentences(lists, said, index).map(({ sentence: { row }, features }) => [row, features]),
    );
    expect(told.get(pier(0.5).row)).toMatchObject({ saidLast: 1, saidEarlier: 0, ahead: 0 });
    expect(told.get(cost(0.5).row)).toMatchObject({ saidLast: 0, saidEarlier: 0, ahead: 1 });
    expect(told.get(teachers(0.5).row)).toMatchObject({ saidLast: 0, saidEarlier: 1, ahead: 1 });
    expect(told.get(sentence("Twelve boats", 0.5).row)).toMatchObject({ saidLast: 0, ahead: 0 });
  });
});

describe("rankFollowUp", () => {
  it("prefers what all readings find to what one of them is sure of", () => {
    const lists = [[teachers(0.9), pier(0.6)], [pier(0.6)], [pier(0.6)]];
    expect(rankFollowUp(lists, NOTHING, index).map(({ row }) => row)).toEqual([pier(0).row, teachers(0).row]);
  });

  it("prefers what goes on from the last answer, and what was not said yet", () => {
    const lists = [[pier(0.5), cost(0.5), sentence("Twelve boats", 0.5)]];
    expect(rankFollowUp(lists, saidOf(pier(0.5)), index).map(({ row }) => row)).toEqual([
      cost(0).row,
      sentence("Twelve boats", 0).row,
      pier(0).row,
    ]);
  });

  it("gives probabilities, whatever is found", () => {
    for (const chance of [0, 1e-9, 0.5, 1 - 1e-12, 1]) {
      const [only] = rankFollowUp([[pier(chance)], []], NOTHING, index);
      expect(only?.probability).toBeGreaterThan(0);
      expect(only?.probability).toBeLessThan(1);
    }
    expect(rankFollowUp([[], []], NOTHING, index)).toEqual([]);
  });
});

describe("followUpSignals", () => {
  it("are log-odds, of which no chance at all is the least", () => {
    const given = { best: 0.5, chance: 0, asked: 1, unknown: 0.25 };
    expect(followUpSignals(given)).toEqual({ best: 0, chance: -8, asked: 8, unknown: 0.25 });
  });
});
