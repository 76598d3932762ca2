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
  readonly checks: readonly GateCheck[];
  /** Null when there is no baseline to compare with. */
  readonly comparison: BaselineComparison | null;
  /** Whether single questions of the test split are shown: then someone may tune on them. */
  readonly revealTest: boolean;
}

/** Whether the run meets every condition. */
export function passes({ checks }: Pick<RunReport, "checks">): boolean {
  return checks.every(({ passed }) => passed);
}

/** Whether a question's words may be shown. */
export function mayShow(outcome: Outcome, { revealTest }: Pick<RunReport, "revealTest">): boolean {
  return revealTest || outcome.observation.case.split === "dev";
}
