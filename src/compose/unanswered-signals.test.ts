import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import type { Retrieval } from "../ports/retriever.ts";
import { unansweredSignals } from "./unanswered-signals.ts";

const index = await villageIndex();
const analyzer = createEnglishAnalyzer();
const question = analyseQuestion("Who insured the fleet?", index.corpus.chapters, analyzer);
const retrieval = await createRetriever(index, createFakeEncoder(256)).retrieve(question);
const [insured = ""] = analyzer.terms("insured");
const match = (likeness: number, terms: readonly string[] = [], figures: readonly string[] = []) => ({
  similarity: likeness,
  likeness,
  coverage: likeness,
  terms,
  figures,
});
const signals = (unanswered: Retrieval["unanswered"], known = () => false) =>
  unansweredSignals(question, { ...retrieval, unanswered }, index, known);

describe("unansweredSignals", () => {
  it("says nothing when nobody asked in vain", () => {
    expect(signals([])).toMatchObject({
      unanswered: 0,
      unansweredMean: 0,
      unansweredPeak: 0,
      unansweredShare: 0,
      unansweredCoverage: 0,
      askedInVain: 0,
    });
  });

  it("rises with how like and how many the questions are that were asked in vain", () => {
    const [few, many] = [signals([match(0.3)]), signals([0.95, 0.9, 0.85, 0.8, 0.75].map((l) => match(l)))];
    expect(many.unanswered).toBeGreaterThan(few.unanswered);
    expect(many.unansweredLead).toBeGreaterThan(few.unansweredLead);
    expect(many.unansweredSimilarityLead).toBeGreaterThan(few.unansweredSimilarityLead);
    expect(many.unansweredMean).toBeCloseTo(0.9, 6);
    expect(many.unansweredPeak).toBeCloseTo(0.9, 6);
    expect(many.unansweredShare).toBe(1);
    expect(few.unansweredPeak).toBe(0);
  });

  it("counts words that are only asked in vain, and not those that the passage knows", () => {
    expect(signals([match(0.6, [insured])]).askedInVain).toBeGreaterThan(0);
    expect(signals([match(0.6, [insured])], () => true).askedInVain).toBe(0);
  });

  it("does not take a question on another year for one on a year that the passage has", () => {
    const dated = analyseQuestion("How many boats were there in 1950?", index.corpus.chapters, analyzer);
    const of = (known: boolean, ...figures: string[]) =>
      unansweredSignals(dated, { ...retrieval, unanswered: [match(0.9, [], figures)] }, index, () => known);
    expect(of(true, "1960").unanswered).toBe(0);
    expect(of(true, "1950", "1960").unanswered).toBe(0.9);
    expect(of(true).unanswered).toBe(0.9);
    expect(of(false, "1960").unanswered).toBe(0.9);
  });
});
