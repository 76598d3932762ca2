import type { Progress } from "../src/ports/progress.ts";
import { baselineOf, type Baseline } from "./gate/baseline.ts";
import { checkComparison, compareWithBaseline } from "./gate/compare.ts";
import { checkThresholds, type Thresholds } from "./gate/thresholds.ts";
import { ATTEMPT_METRICS } from "./measuring/metrics.ts";
import { outcomeOf } from "./measuring/outcome.ts";
import { summarise } from "./measuring/summary.ts";
import type { RunReport } from "./rendering/run-report.ts";
import { sessionsOf } from "./running/eval-case.ts";
import { observeAll } from "./running/observe-all.ts";
import type { Target } from "./running/target.ts";
import type { Fact } from "./schema/fact-schema.ts";
import type { Section } from "./schema/sections.ts";

export interface EvaluateInput {
  readonly target: Target;
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  /** The corpus's source files, in order: spans that name none are of the first. */
  readonly documents: readonly { readonly id: string; readonly text: string }[];
  /** Null checks nothing. */
  readonly thresholds: Thresholds | null;
  /** Null compares with nothing. */
  readonly baseline: Baseline | null;
  readonly composer: "extractive" | "llm" | null;
  readonly revealTest: boolean;
  readonly progress: Progress;
}

/** How a baseline is compared when no thresholds say it. */
const PAIRED = { maxNetLoss: 0, alpha: 0.05 };

/** The whole run: ask, score, sum up, check. Deterministic for a deterministic target. */
export async function evaluate(input: EvaluateInput): Promise<RunReport> {
  const { target, documents, thresholds, composer } = input;
  const source = new Map(documents.map(({ id, text }) => [id, text]));
  const observations = await observeAll(target, sessionsOf(input.facts, input.sections), {
    source: (id) => source.get(id),
    progress: input.progress,
    ...(composer ? { composer } : {}),
  });
  const mainDocument = documents[0]?.id ?? "";
  const outcomes = observations.map((observation) => outcomeOf(observation, mainDocument));
  const summaries = summarise(outcomes);
  const comparison = input.baseline && compareWithBaseline(input.baseline, await baselineOf(outcomes));
  const first = observations[0]?.response;
  return {
    about: {
      ...target.about,
      composer: first?.composer ?? "none",
      promptVersion: first?.promptVersion ?? null,
    },
    outcomes,
    summaries,
    checks: [
      ...(thresholds ? checkThresholds(summaries, thresholds, target.attempt ? [] : ATTEMPT_METRICS) : []),
      ...(comparison ? checkComparison(comparison, thresholds ?? { paired: PAIRED }) : []),
    ],
    comparison,
    revealTest: input.revealTest,
  };
}
