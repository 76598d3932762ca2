import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { latencyOf } from "./measuring/summary.ts";
import { renderHtml } from "./rendering/html.ts";
import { renderJson } from "./rendering/json.ts";
import { renderJunit } from "./rendering/junit.ts";
import { renderFailures, renderSummary } from "./rendering/markdown.ts";
import type { RunReport } from "./rendering/run-report.ts";

/** Writes a run in every form into a folder, which is made when it is not there. */
export async function writeReport(report: RunReport, folder: string): Promise<void> {
  const files = {
    "report.json": renderJson(report),
    "summary.md": renderSummary(report),
    "failures.md": renderFailures(report),
    "junit.xml": renderJunit(report),
    "index.html": await renderHtml(report),
    "latency.json": `${JSON.stringify(latencyOf(report.outcomes), null, 2)}\n`,
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
}
