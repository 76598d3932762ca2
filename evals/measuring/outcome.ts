import type { AskResponse } from "../../src/domain/contract.ts";
import type { Observation } from "../running/observe.ts";
import type { Expectation, EvidenceSpan } from "../schema/fact-schema.ts";
import { containsFact } from "../schema/fact-match.ts";
import { answerLength } from "../scorers/answer-length.ts";
import { citationPrecision } from "../scorers/citation-precision.ts";
import { citationRecall } from "../scorers/citation-recall.ts";
import { factRecall } from "../scorers/fact-recall.ts";
import { ndcgAtK } from "../scorers/ndcg.ts";
import { recallAtK } from "../scorers/recall-at-k.ts";
import { evidenceRank, reciprocalRank } from "../scorers/reciprocal-rank.ts";
import type { EvidenceGroups } from "../scorers/source-range.ts";

/** How well the evidence of an answerable question was retrieved. */
export interface RetrievalOutcome {
  /** 1-based rank of the first passage with evidence; null when it was not retrieved. */
  readonly rank: number | null;
  readonly recall: Readonly<Record<1 | 3 | 5 | 10, number>>;
  readonly reciprocalRank: number;
  readonly ndcg: number;
}

/** One question with all its figures. Shares are 0 to 1. */
export interface Outcome {
  readonly observation: Observation;
  /** The response is what was expected. */
  readonly right: boolean;
  readonly retrieval: RetrievalOutcome | null;
  readonly factRecall: number;
  /** Null without citations, or without evidence to compare with. */
  readonly citationPrecision: number | null;
  readonly citationRecall: number | null;
  readonly words: number;
  /** Whether the answer that no threshold held back is right; null when there was no such attempt. */
  readonly attemptRight: boolean | null;
  readonly aloneRight: boolean | null;
}

/** An overview is right when it makes at least this share of the points that the report lists. */
const OVERVIEW = 0.5;

/**
 * Whether a response is what was expected: an abstention, or an answer that states every fact (an overview: half of
 * the points); and nothing forbidden in either.
 */
export function isRight(expectation: Expectation, { abstained, answer }: AskResponse): boolean {
  if (expectation.forbidden.some((words) => containsFact(answer, words))) return false;
  if (!expectation.answerable) return abstained;
  const needed = expectation.kind === "overview" ? OVERVIEW : 1;
  return !abstained && factRecall(answer, expectation.facts) >= needed;
}

/**
 * Scores one observation.
 * @param mainDocument the document of spans that name none
 */
export function outcomeOf(observation: Observation, mainDocument: string): Outcome {
  const { response, ranked, cited, attempt, alone } = observation;
  const { expectation, from } = observation.case;
  const groups = expectation.answerable ? evidenceOf(expectation.evidence, mainDocument) : [];
  const answered = expectation.answerable && !response.abstained;
  // A reader's question is answered by its first quote: what else is cited may go on from it.
  const leads = answered && citationPrecision(cited.slice(0, 1), groups) === 1;
  return {
    observation,
    right: isRight(expectation, response) && (from === "facts" || !answered || leads),
    retrieval:
      groups.length === 0
        ? null
        : {
            rank: evidenceRank(ranked, groups),
            recall: {
              1: recallAtK(ranked, groups, 1),
              3: recallAtK(ranked, groups, 3),
              5: recallAtK(ranked, groups, 5),
              10: recallAtK(ranked, groups, 10),
            },
            reciprocalRank: reciprocalRank(ranked, groups),
            ndcg: ndcgAtK(ranked, groups, 10),
          },
    factRecall: answered ? factRecall(response.answer, expectation.facts) : 0,
    citationPrecision: answered && cited.length > 0 ? citationPrecision(cited, groups) : null,
    citationRecall: answered ? citationRecall(cited, groups) : null,
    words: answerLength(response.answer),
    attemptRight: attempt && !attempt.abstained ? isRight(expectation, attempt) : null,
    aloneRight: alone && isRight(expectation, alone),
  };
}

function evidenceOf(groups: readonly (readonly EvidenceSpan[])[], mainDocument: string): EvidenceGroups {
  return groups.map((group) =>
    group.map(({ document = mainDocument, start, end }) => ({ document, start, end })),
  );
}
