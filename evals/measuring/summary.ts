import { latency, type Latency } from "../scorers/latency.ts";
import type { Estimate } from "../scorers/bootstrap.ts";
import type { RiskPoint } from "../scorers/risk-coverage.ts";
import { SPLITS, type Split } from "../schema/fact-schema.ts";
import { curveOf, METRICS, type Metric } from "./metrics.ts";
import type { Outcome } from "./outcome.ts";
import { POPULATIONS } from "./populations.ts";

/** One line of the tables by kind and by chapter. Shares are 0 to 1; null where nothing was to be measured. */
export interface GroupRow {
  readonly name: string;
  readonly questions: number;
  readonly recallAt5: number | null;
  readonly right: number;
  readonly citationRecall: number | null;
  readonly declined: number;
}

export interface SplitSummary {
  readonly split: Split;
  readonly questions: number;
  readonly metrics: readonly (Metric & { readonly estimate: Estimate | null })[];
  /** Answerable English questions, asked alone. */
  readonly byKind: readonly GroupRow[];
  readonly byChapter: readonly GroupRow[];
  readonly curve: readonly RiskPoint[];
}

/** All figures of the splits that have questions, those of the test split first: they are the ones to quote. */
export function summarise(outcomes: readonly Outcome[]): SplitSummary[] {
  return SPLITS.toReversed().flatMap((split) => {
    const own = outcomes.filter((o) => o.observation.case.split === split);
    if (own.length === 0) return [];
    const answerable = own.filter(POPULATIONS.answerable);
    return [
      {
        split,
        questions: own.length,
        metrics: METRICS.map((metric) => ({ ...metric, estimate: metric.measure(own) })),
        byKind: rows(answerable, (o) => o.observation.case.expectation.kind),
        byChapter: rows(answerable, (o) => o.observation.case.chapter ?? "no chapter"),
        curve: curveOf(own),
      },
    ];
  });
}

/** Times of the answers, in a record of their own: no gate reads them. */
export function latencyOf(outcomes: readonly Outcome[]): Latency {
  return latency(outcomes.map((o) => o.observation.response.timings.total));
}

function rows(outcomes: readonly Outcome[], nameOf: (outcome: Outcome) => string): GroupRow[] {
  const names = [...new Set(outcomes.map(nameOf))].sort((a, b) => a.localeCompare(b, "en"));
  return names.map((name) => {
    const own = outcomes.filter((o) => nameOf(o) === name);
    return {
      name,
      questions: own.length,
      recallAt5: meanOf(own.map((o) => o.retrieval?.recall[5] ?? null)),
      right: meanOf(own.map((o) => Number(o.right))) ?? 0,
      citationRecall: meanOf(own.map((o) => o.citationRecall)),
      declined: meanOf(own.map((o) => Number(o.observation.response.abstained))) ?? 0,
    };
  });
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
