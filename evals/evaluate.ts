import type { AskResponse } from "../src/domain/contract.ts";
import type { Progress } from "../src/ports/progress.ts";
import { baselineOf, type Baseline } from "./gate/baseline.ts";
import { checkComparison, compareWithBaseline } from "./gate/compare.ts";
import { checkThresholds, type Thresholds } from "./gate/thresholds.ts";
import { ATTEMPT_METRICS } from "./measuring/metrics.ts";
import { outcomeOf, type Outcome } from "./measuring/outcome.ts";
import { summarise } from "./measuring/summary.ts";
import type { RunReport } from "./rendering/run-report.ts";
import { readerSessions, sessionsOf } from "./running/eval-case.ts";
import { observeAll } from "./running/observe-all.ts";
import type { Target } from "./running/target.ts";
import type { Fact } from "./schema/fact-schema.ts";
import type { ReaderQuestion } from "./schema/reader-question.ts";
import type { Section } from "./schema/sections.ts";

export interface EvaluateInput {
  readonly target: Target;
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  /** Questions of readers, asked after the facts. Default none. */
  readonly readers?: readonly ReaderQuestion[];
  /** The corpus's source files, in order: spans that name none are of the first. */
  readonly documents: readonly { readonly id: string; readonly text: string }[];
  /** Null checks nothing. */
  readonly thresholds: Thresholds | null;
  /** Null compares with nothing. */
  readonly baseline: Baseline | null;
  readonly composer: Composer;
  /** Asked the same for its extractive answers, to show their figures beside; null shows none. */
  readonly beside?: Target | null;
  readonly revealTest: boolean;
  readonly progress: Progress;
}

type Composer = AskResponse["composer"];

/** How a baseline is compared when no thresholds say it. */
const PAIRED = { maxNetLoss: 0, alpha: 0.05 };

/** The whole run: ask, score, sum up, check. Deterministic for a deterministic target. */
export async function evaluate(input: EvaluateInput): Promise<RunReport> {
  const { target, documents, thresholds, composer, beside = null } = input;
  const source = new Map(documents.map(({ id, text }) => [id, text]));
  const mainDocument = documents[0]?.id ?? "";
  const ask = async (of: Target, by: Composer): Promise<Outcome[]> => {
    const sessions = [...sessionsOf(input.facts, input.sections), ...readerSessions(input.readers ?? [])];
    const observations = await observeAll(of, sessions, {
      source: (id) => source.get(id),
      progress: input.progress,
      composer: by,
    });
    return observations.map((observation) => outcomeOf(observation, mainDocument));
  };
  const outcomes = await ask(target, composer);
  const summaries = summarise(outcomes);
  const comparison = input.baseline && compareWithBaseline(input.baseline, await baselineOf(outcomes));
  const responses = outcomes.map(({ observation }) => observation.response);
  return {
    about: {
      ...target.about,
      composer,
      promptVersion: responses.find(({ promptVersion }) => promptVersion !== null)?.promptVersion ?? null,
    },
    beside: beside && { composer: "extractive", summaries: summarise(await ask(beside, "extractive")) },
    written: composer === "llm" ? writtenOf(responses) : null,
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

/** How many answers a model wrote to their end, and how many it did not. */
function writtenOf(responses: readonly AskResponse[]): RunReport["written"] {
  const fellBack = responses.filter(({ notices }) => notices.includes("fallback_extractive")).length;
  const answers = responses.filter(({ abstained }) => !abstained);
  const byModel = answers.filter(({ composer, notices }) => {
    return composer === "llm" && !notices.includes("fallback_extractive");
  }).length;
  return { answers: answers.length, byModel, fellBack };
}
