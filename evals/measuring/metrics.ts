import { mean, median } from "simple-statistics";
import { abstentionPrecision, abstentionRecall, type Decision } from "../scorers/abstention.ts";
import { bootstrap, type Estimate } from "../scorers/bootstrap.ts";
import { followUpAccuracy, type JudgedTurn } from "../scorers/follow-up-accuracy.ts";
import { areaUnderRisk, riskCoverage } from "../scorers/risk-coverage.ts";
import type { Outcome } from "./outcome.ts";
import { POPULATIONS, type PopulationName } from "./populations.ts";

export interface Metric {
  readonly name: string;
  /** Which way is good; null for what is only told. */
  readonly better: "higher" | "lower" | null;
  readonly unit: "share" | "words";
  readonly meaning: string;
  /** Null when there is nothing to measure it on. */
  measure(outcomes: readonly Outcome[]): Estimate | null;
}

type Definition = Omit<Metric, "measure" | "unit"> & { readonly unit?: Metric["unit"] };

/** A statistic of the outcomes of a population. */
function metric(
  definition: Definition,
  population: PopulationName,
  statistic: (outcomes: readonly Outcome[]) => number,
  has: (outcome: Outcome) => boolean = () => true,
): Metric {
  const member = POPULATIONS[population];
  return {
    unit: "share",
    ...definition,
    measure: (outcomes) => {
      const own = outcomes.filter((o) => member(o) && has(o));
      return own.length === 0 ? null : bootstrap(own, statistic);
    },
  };
}

/** The mean of a value over a population; outcomes where it is null do not count. */
function average(
  name: string,
  population: PopulationName,
  meaning: string,
  value: (outcome: Outcome) => number | boolean | null | undefined,
  better: Metric["better"] = "higher",
): Metric {
  return metric(
    { name, better, meaning },
    population,
    (sample) => mean(sample.map((o) => Number(value(o)))),
    (outcome) => value(outcome) != null,
  );
}

const right = (o: Outcome): boolean => o.right;
const abstained = (o: Outcome): boolean => o.observation.response.abstained;
const decision = (o: Outcome): Decision => ({
  answerable: o.observation.case.expectation.answerable,
  abstained: abstained(o),
});
const judged = (o: Outcome): JudgedTurn => ({
  role: o.observation.case.turn?.role ?? "first",
  right: o.right,
});

const K = [1, 3, 5, 10] as const;

/** Every metric, in the order of the report; thresholds name them. */
export const METRICS: readonly Metric[] = [
  ...K.map((k) =>
    average(
      `recall@${k}`,
      "content",
      `evidence among the first ${k} passages`,
      (o) => o.retrieval?.recall[k],
    ),
  ),
  average("recall@5-easy", "easy", "the same, easy questions", (o) => o.retrieval?.recall[5]),
  average("recall@5-hard", "hard", "the same, hard questions", (o) => o.retrieval?.recall[5]),
  average("mrr", "content", "1 / rank of the first evidence", (o) => o.retrieval?.reciprocalRank),
  average("ndcg@10", "content", "evidence discounted by rank", (o) => o.retrieval?.ndcg),
  average("answers-right", "content", "all required facts stated", right),
  average("answers-right-easy", "easy", "the same, easy questions", right),
  average("answers-right-hard", "hard", "the same, hard questions", right),
  average("fact-recall", "content", "required facts stated", (o) => o.factRecall),
  average("overview-coverage", "overviews", "points of the report that overviews make", (o) => o.factRecall),
  average(
    "citation-validity",
    "all",
    "citations that the source spells",
    (o) => o.observation.faults.length === 0,
  ),
  average("citation-precision", "content", "citations that quote evidence", (o) => o.citationPrecision),
  average("citation-recall", "content", "evidence that citations quote", (o) => o.citationRecall),
  metric(
    { name: "answer-words", better: null, unit: "words", meaning: "median length of an answer" },
    "content",
    (sample) => median(sample.map((o) => o.words)),
    (o) => !abstained(o),
  ),
  metric(
    { name: "abstention-recall-near", better: "higher", meaning: "near-topic unanswerable ones declined" },
    "near",
    (sample) => abstentionRecall(sample.map(decision)),
  ),
  metric(
    { name: "abstention-recall-far", better: "higher", meaning: "far unanswerable ones declined" },
    "far",
    (sample) => abstentionRecall(sample.map(decision)),
  ),
  metric(
    {
      name: "abstention-precision-near",
      better: "higher",
      meaning: "declined ones that are unanswerable (near)",
    },
    "answerableOrNear",
    (sample) => abstentionPrecision(sample.map(decision)),
  ),
  metric(
    {
      name: "abstention-precision-far",
      better: "higher",
      meaning: "declined ones that are unanswerable (far)",
    },
    "answerableOrFar",
    (sample) => abstentionPrecision(sample.map(decision)),
  ),
  average("answerable-declined", "answerable", "answerable ones declined", abstained, "lower"),
  metric(
    { name: "aurc", better: "lower", meaning: "area under the risk-coverage curve" },
    "english",
    (sample) => areaUnderRisk(curveOf(sample)),
    (o) => o.observation.attempt !== null,
  ),
  average("adversarial-right", "adversarial", "adversarial ones handled as expected", right),
  average("first-turns-right", "firstTurns", "first turns of conversations", right),
  average("follow-ups-right", "followUps", "follow-up turns", right),
  metric(
    { name: "follow-up-accuracy", better: "higher", meaning: "follow-up turns, as a share of first turns" },
    "turns",
    (sample) => followUpAccuracy(sample.map(judged)),
  ),
  average(
    "switches-lost",
    "turns",
    "changes of topic right alone and wrong in the conversation",
    (o) => (o.observation.case.turn?.role === "switch" && o.aloneRight === true ? !o.right : null),
    "lower",
  ),
  average("readers-right", "readersAnswerable", "readers' questions: the first quote answers", right),
  average(
    "readers-recall@5",
    "readersAnswerable",
    "the same: an answer among the first 5 passages",
    (o) => o.retrieval?.recall[5],
  ),
  average("readers-declined", "readersAnswerable", "the same: answerable ones declined", abstained, "lower"),
  average(
    "readers-abstention-recall",
    "readersUnanswerable",
    "the same: unanswerable ones declined",
    abstained,
  ),
  average(
    "es-recall@5",
    "spanishContent",
    "Spanish: evidence among the first 5",
    (o) => o.retrieval?.recall[5],
  ),
  average("es-answers-right", "spanishContent", "Spanish: all required facts stated", right),
  average("es-abstention-recall", "spanishUnanswerable", "Spanish: unanswerable ones declined", abstained),
  average(
    "es-answerable-declined",
    "spanishAnswerable",
    "Spanish: answerable ones declined",
    abstained,
    "lower",
  ),
];

/** Metrics over answers that no threshold held back; a deployed assistant cannot be asked for those. */
export const ATTEMPT_METRICS: readonly string[] = ["aurc"];

/** The risk-coverage curve of the English questions that are asked alone. */
export function curveOf(outcomes: readonly Outcome[]): ReturnType<typeof riskCoverage> {
  const asked = outcomes.filter((o) => POPULATIONS.english(o) && o.observation.attempt !== null);
  const attempts = asked.flatMap(({ observation: { attempt }, attemptRight }) =>
    attempt && attemptRight !== null ? [{ confidence: attempt.confidence, right: attemptRight }] : [],
  );
  return riskCoverage(attempts, asked.length);
}
