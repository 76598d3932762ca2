import type { Metric } from "../measuring/metrics.ts";
import type { SplitSummary } from "../measuring/summary.ts";
import type { Estimate } from "../scorers/bootstrap.ts";

/** A share with two digits, a length as a whole number; "" for nothing. */
export function figure(value: number | null, unit: Metric["unit"] = "share"): string {
  if (value === null) return "";
  return unit === "words" ? value.toFixed(0) : value.toFixed(2).replace(/^0(?=\.)/u, "");
}

/** ".78 (.73 to .83)". */
export function interval(estimate: Estimate | null, unit: Metric["unit"] = "share"): string {
  if (estimate === null) return "";
  const { value, low, high } = estimate;
  return `${figure(value, unit)} (${figure(low, unit)} to ${figure(high, unit)})`;
}

/** The table of all metrics: a row a metric, its value in each split. */
export function metricRows(summaries: readonly SplitSummary[]): string[][] {
  const head = ["metric", ...summaries.flatMap(({ split }) => [split, "n"]), "what"];
  const [first] = summaries;
  const rows = (first?.metrics ?? []).map((metric, i) => [
    `${metric.name}${metric.better === "lower" ? " (lower is better)" : ""}`,
    ...summaries.flatMap(({ metrics }) => {
      const estimate = metrics[i]?.estimate ?? null;
      return [interval(estimate, metric.unit), estimate === null ? "" : String(estimate.n)];
    }),
    metric.meaning,
  ]);
  return [head, ...rows];
}

/** A table by kind or chapter: a row a group, of the test split where there is one. */
export function groupRows(groups: SplitSummary["byKind"], what: string): string[][] {
  return [
    [what, "n", "recall@5", "right", "citation recall", "declined"],
    ...groups.map((row) => [
      row.name,
      String(row.questions),
      figure(row.recallAt5),
      figure(row.right),
      figure(row.citationRecall),
      figure(row.declined),
    ]),
  ];
}
