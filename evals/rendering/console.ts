import { markdownTable } from "markdown-table";
import { createColors } from "picocolors";
import { failureOf } from "./failure.ts";
import { groupRows, metricRows } from "./figures.ts";
import { describeRun, mayShow, passes, type RunReport } from "./run-report.ts";

export interface ConsoleOptions {
  /** Whether to use ANSI colours. */
  readonly color: boolean;
  /** Failures shown in detail; the rest is in failures.md. */
  readonly failures: number;
}

/** The run for a terminal: figures, tables, failures in detail, then the verdict, which is what one looks for. */
export function renderConsole(report: RunReport, { color, failures }: ConsoleOptions): string {
  const paint = createColors(color);
  const { summaries, checks } = report;
  const wrong = report.outcomes
    .filter((outcome) => mayShow(outcome, report))
    .flatMap((outcome) => failureOf(outcome) ?? []);
  const details = wrong
    .slice(0, failures)
    .map(({ id, question, expected, answer, evidence }) =>
      [
        `${paint.bold(id)} ${oneLine(question)}`,
        `  expected  ${oneLine(expected)}`,
        `  evidence  ${evidence}`,
        `  answer    ${oneLine(answer)}`,
      ].join("\n"),
    );
  const marks = checks.map(
    ({ passed, message }) => `${passed ? paint.green("ok  ") : paint.red("FAIL")} ${message}`,
  );
  return [
    describeRun(report),
    markdownTable(metricRows(report)),
    ...summaries.flatMap(({ split, byKind, byChapter }) => [
      paint.bold(`${split}, answerable, by kind and by chapter`),
      markdownTable(groupRows(byKind, "kind")),
      markdownTable(groupRows(byChapter, "chapter")),
    ]),
    ...(details.length > 0
      ? [paint.bold(`Failures (${details.length} of ${wrong.length}; all are in failures.md)`), ...details]
      : []),
    marks.join("\n"),
    checks.length === 0
      ? "evals: nothing to check, for want of thresholds and a baseline"
      : passes(report)
        ? paint.green("evals: passed")
        : paint.red("evals: failed"),
  ]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

/** Questions are data: no line breaks or control characters of theirs reach a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
}
