import { isRight, type Outcome } from "../measuring/outcome.ts";
import { missingFacts } from "../scorers/fact-recall.ts";

/** What went wrong with one question, for whoever mends it. */
export interface Failure {
  readonly id: string;
  readonly question: string;
  /** What was expected and is missing, in words. */
  readonly expected: string;
  readonly answer: string;
  /** Where the evidence was found, in words. */
  readonly evidence: string;
}

/** Tells a wrong outcome in detail; null for a right one. */
export function failureOf(outcome: Outcome): Failure | null {
  const { observation, right, retrieval } = outcome;
  const { id, expectation } = observation.case;
  const { answer, abstained, confidence } = observation.response;
  if (right && observation.faults.length === 0) return null;
  return {
    id,
    question: expectation.question,
    expected: [
      expected(outcome),
      ...expectation.forbidden.map((words) => `never "${words}"`),
      ...observation.faults,
    ].join("; "),
    answer: `${abstained ? "(abstained) " : ""}${answer} (confidence ${confidence.toFixed(2)})`,
    evidence:
      retrieval === null
        ? "none"
        : retrieval.rank === null
          ? "not retrieved"
          : `first at rank ${retrieval.rank}, ${Math.round(retrieval.recall[5] * 100)} % of it in the first 5`,
  };
}

function expected({ observation }: Outcome): string {
  const { expectation } = observation.case;
  if (!expectation.answerable) return `an abstention (${expectation.reason})`;
  if (expectation.facts.length === 0) return `a first quote such as "${expectation.reference}"`;
  const missing = missingFacts(observation.response.answer, expectation.facts);
  const facts = (missing.length > 0 ? missing : expectation.facts).map((forms) => forms.join(" | "));
  return `${isRight(expectation, observation.response) ? "" : "missing "}${facts.join(", ")}`;
}
