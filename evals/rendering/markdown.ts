import { markdownTable } from "markdown-table";
import type { BaselineComparison } from "../gate/compare.ts";
import { failureOf } from "./failure.ts";
import { groupRows, metricRows } from "./figures.ts";
import { describeRun, mayShow, passes, type RunReport } from "./run-report.ts";

/** The summary of a run, short enough for a comment on a pull request. */
export function renderSummary(report: RunReport): string {
  const { summaries, checks, comparison } = report;
  const failed = checks.filter((check) => !check.passed);
  const verdict = passes(report)
    ? checks.length === 0
      ? "Nothing to check, for want of thresholds and a baseline."
      : `**Passed**: all ${checks.length} checks hold.`
    : `**Failed**: ${failed.length} of ${checks.length} checks.\n\n${failed.map((c) => `- ${c.message}`).join("\n")}`;
  const held = summaries.find(({ split }) => split === "test") ?? summaries[0];
  return [
    "# Evals",
    verdict,
    describeRun(report),
    "Nothing is fitted to `test`; `dev` is what weights are fitted on, and failures studied. 95 % bootstrap intervals.",
    markdownTable(metricRows(report)),
    ...(comparison ? ["## Against the baseline", flips(comparison)] : []),
    ...(held
      ? [
          `## By kind (${held.split})`,
          markdownTable(groupRows(held.byKind, "kind")),
          `## By chapter (${held.split})`,
          markdownTable(groupRows(held.byChapter, "chapter")),
        ]
      : []),
  ]
    .join("\n\n")
    .concat("\n");
}

/** What flipped, by id: the words of test questions are not for logs. */
function flips({ pairs, added, gone, changed }: BaselineComparison): string {
  const list = (ids: readonly string[]): string => (ids.length === 0 ? "none" : ids.join(", "));
  return [
    ...pairs.map(
      ({ split, what, compared, won, lost, p }) =>
        `- ${split}, ${what === "right" ? "answers" : "retrieval"}: ${won.length} won, ${lost.length} lost of ` +
        `${compared} (p = ${p.toFixed(3)}). Won: ${list(won)}. Lost: ${list(lost)}.`,
    ),
    `- Not compared: ${added.length} new, ${gone.length} gone, ${changed.length} changed questions.`,
  ].join("\n");
}

/** Every failure that may be shown, with what was expected and what was answered. */
export function renderFailures(report: RunReport): string {
  const shown = report.outcomes.filter((outcome) => mayShow(outcome, report));
  const failures = shown.flatMap((outcome) => failureOf(outcome) ?? []);
  const blocks = failures.map(({ id, question, expected, answer, evidence }) =>
    [
      `## ${id}`,
      `- **Asked:** ${inline(question)}`,
      `- **Expected:** ${inline(expected)}`,
      `- **Evidence:** ${evidence}`,
      `- **Answer:** ${inline(answer)}`,
    ].join("\n"),
  );
  const hidden = report.outcomes.length - shown.length;
  const note =
    hidden === 0 ? "" : ` ${hidden} questions of the test split are not shown (\`--reveal-test\`).`;
  return [`# ${failures.length} failures of ${shown.length} questions`, note.trim(), ...blocks]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

/** Questions and answers are data: one line, and no markup of their own. */
function inline(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[<>|`]/gu, (sign) => `\\${sign}`);
}
