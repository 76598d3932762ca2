import type { Outcome } from "../measuring/outcome.ts";
import type { Metric } from "../measuring/metrics.ts";
import type { SplitSummary } from "../measuring/summary.ts";
import { failureOf } from "./failure.ts";
import { mayShow, passes, type RunReport } from "./run-report.ts";

/** The whole run for machines. Holds no time and no clock, so two runs of the same code are the same text. */
export function renderJson(report: RunReport): string {
  const { about, summaries, beside, written, checks, comparison, outcomes } = report;
  return `${JSON.stringify(
    {
      passed: passes(report),
      about,
      written,
      checks,
      splits: summaries.map(splitOf),
      beside: beside && { composer: beside.composer, splits: beside.summaries.map(splitOf) },
      comparison,
      questions: outcomes.map((outcome) => questionOf(outcome, report)),
    },
    (_key, value: unknown) => (typeof value === "number" ? round(value) : value),
    2,
  )}\n`;
}

function splitOf({ split, questions, metrics, byKind, byChapter, curve }: SplitSummary): object {
  const figures = ({
    name,
    better,
    unit,
    estimate,
  }: Metric & SplitSummary["metrics"][number]): [string, object] => [name, { better, unit, ...estimate }];
  return { split, questions, metrics: Object.fromEntries(metrics.map(figures)), byKind, byChapter, curve };
}

function questionOf(outcome: Outcome, report: RunReport): object {
  const { observation, right, retrieval } = outcome;
  const { id, split, chapter, expectation } = observation.case;
  const told = { id, split, right };
  if (!mayShow(outcome, report)) return told;
  const { response } = observation;
  return {
    ...told,
    chapter,
    kind: expectation.kind,
    question: expectation.question,
    abstained: response.abstained,
    confidence: response.confidence,
    rank: retrieval?.rank ?? null,
    recallAt5: retrieval?.recall[5] ?? null,
    factRecall: outcome.factRecall,
    citationPrecision: outcome.citationPrecision,
    citationRecall: outcome.citationRecall,
    words: outcome.words,
    answer: response.answer,
    failure: failureOf(outcome),
  };
}

function round(value: number): number {
  return Number.isInteger(value) ? value : Math.round(value * 1e4) / 1e4;
}
