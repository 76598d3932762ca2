import { html, raw } from "hono/html";
import type { GroupRow, SplitSummary } from "../measuring/summary.ts";
import { figure, metricRows } from "./figures.ts";
import { barsSvg, curveSvg } from "./svg.ts";
import { describeRun, passes, type RunReport } from "./run-report.ts";

type Html = ReturnType<typeof html>;

const STYLE = `
  :root { color-scheme: light dark; --ink: #1c2b3a; --faint: #5b6b7b; --line: #d5dce3; --mark: #1f5f99; --bad: #b3261e; --paper: #fff; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e6ebf0; --faint: #9aa8b5; --line: #36424e; --mark: #7db4e6; --bad: #f2b8b5; --paper: #14191f; }
  }
  body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
  h1, h2 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
  p.verdict { font-weight: 600; } p.failed { color: var(--bad); }
  .charts { display: flex; flex-wrap: wrap; gap: 2rem; } figure { margin: 0; flex: 1 1 26rem; }
  figcaption { color: var(--faint); font-size: .9rem; }
  svg { width: 100%; height: auto; } svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
  .axis { stroke: var(--line); } .curve { fill: none; stroke: var(--mark); stroke-width: 2; } .bar { fill: var(--mark); }
  .table { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
  th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
  td:not(:last-child) { white-space: nowrap; }
`;

/** The run as one page without scripts or other files: figures, the risk-coverage curve, bars by chapter. */
export async function renderHtml(report: RunReport): Promise<string> {
  const { summaries, checks } = report;
  const failed = checks.filter(({ passed }) => !passed);
  const verdict = passes(report)
    ? html`<p class="verdict">Passed: all ${checks.length} checks hold.</p>`
    : html`<p class="verdict failed">Failed: ${failed.length} of ${checks.length} checks</p>
        <ul>
          ${failed.map(({ message }) => html`<li>${message}</li>`)}
        </ul>`;
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Evals</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <h1>Evals</h1>
        ${verdict}
        <p>${describeRun(report)}</p>
        <h2>Figures</h2>
        <p>Nothing is fitted to test. 95 % bootstrap intervals.</p>
        ${table(metricRows(report))} ${summaries.map(splitHtml)}
      </body>
    </html>`;
  return `${page.trim()}\n`;
}

function splitHtml({ split, curve, byChapter }: SplitSummary): Html {
  const caption = (row: GroupRow): string => `${row.name} (${row.questions})`;
  const bars = byChapter.map((row) => ({ label: caption(row), value: row.right, text: figure(row.right) }));
  return html`<h2>${split}</h2>
    <div class="charts">
      <figure>
        ${curveSvg(curve)}
        <figcaption>
          Risk against coverage: of the share of questions with the highest confidence, the share answered
          wrongly.
        </figcaption>
      </figure>
      <figure>
        ${barsSvg(bars)}
        <figcaption>Answerable questions answered right, by chapter (number of questions).</figcaption>
      </figure>
    </div>`;
}

function table([head = [], ...rows]: readonly (readonly string[])[]): Html {
  return html`<div class="table">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
