import type { Metric } from "../measuring/metrics.ts";
import type { SplitSummary } from "../measuring/summary.ts";
import type { Estimate } from "../scorers/bootstrap.ts";
import type { RunReport } from "./run-report.ts";

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

/** The table of all metrics: a row a metric, its value in each split, with that of another composer beside it. */
export function metricRows({
  about,
  summaries,
  beside,
}: Pick<RunReport, "about" | "summaries" | "beside">): string[][] {
  const head = [
    "metric",
    ...summaries.flatMap(({ split }) =>
      beside ? [`${split}, ${about.composer}`, `${split}, ${beside.composer}`, "n"] : [split, "n"],
    ),
    "what",
  ];
  const [first] = summaries;
  const rows = (first?.metrics ?? []).map((metric, i) => [
    `${metric.name}${metric.better === "lower" ? " (lower is better)" : ""}`,
    ...summaries.flatMap(({ split, metrics }) => {
      const estimate = metrics[i]?.estimate ?? null;
      const other = beside?.summaries.find((one) => one.split === split)?.metrics[i]?.estimate ?? null;
      return [
        interval(estimate, metric.unit),
        ...(beside ? [interval(other, metric.unit)] : []),
        String((estimate ?? other)?.n ?? ""),
      ];
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
