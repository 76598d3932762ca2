import type { BaselineComparison } from "../gate/compare.ts";
import type { GateCheck } from "../gate/gate-check.ts";
import type { Outcome } from "../measuring/outcome.ts";
import type { SplitSummary } from "../measuring/summary.ts";
import type { Target } from "../running/target.ts";

/** All that a run came to: what every rendering shows a part of. */
export interface RunReport {
  readonly about: Target["about"] & {
    readonly composer: string;
    readonly promptVersion: string | null;
  };
  readonly outcomes: readonly Outcome[];
  readonly summaries: readonly SplitSummary[];
  /** Figures of another composer for the same questions; null for none. */
  readonly beside: { readonly composer: string; readonly summaries: readonly SplitSummary[] } | null;
  /** For answers by a model: how many it wrote to their end, and how many fell back to the report's own words. */
  readonly written: { readonly answers: number; readonly byModel: number; readonly fellBack: number } | null;
  readonly checks: readonly GateCheck[];
  /** Null when there is no baseline to compare with. */
  readonly comparison: BaselineComparison | null;
  /** Whether single questions of the test split are shown: then someone may tune on them. */
  readonly revealTest: boolean;
}

/** What was evaluated, in a line. */
export function describeRun({ about, written }: Pick<RunReport, "about" | "written">): string {
  const prompt = about.promptVersion === null ? "" : `, prompts ${about.promptVersion}`;
  const wrote = written
    ? `; ${written.byModel} of ${written.answers} answers written to their end, ${written.fellBack} fell back`
    : "";
  return `${about.name}, index ${about.index}, encoder ${about.encoder}, composer ${about.composer}${prompt}${wrote}`;
}

/** Whether the run meets every condition. */
export function passes({ checks }: Pick<RunReport, "checks">): boolean {
  return checks.every(({ passed }) => passed);
}

/** Whether a question's words may be shown. */
export function mayShow(outcome: Outcome, { revealTest }: Pick<RunReport, "revealTest">): boolean {
  return revealTest || outcome.observation.case.split === "dev";
}
