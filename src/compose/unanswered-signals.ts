import type { Question } from "../domain/question.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { idfSum } from "../retrieve/index.ts";

/** Signals of abstention that an index has which knows questions that are not answered. */
export const UNANSWERED_FEATURES = [
  "unanswered",
  "unansweredMean",
  "unansweredLead",
  "unansweredPeak",
  "unansweredShare",
  "unansweredVote",
  "unansweredCoverage",
  "unansweredCoverageLead",
  "unansweredSimilarityLead",
  "askedInVain",
] as const;
export type UnansweredSignals = Readonly<Record<(typeof UNANSWERED_FEATURES)[number], number>>;

/** Likest unanswered questions that the mean is taken over. */
const MEAN_OF = 3;
/** Nearest questions of either kind that are asked whether they are answered. */
const NEAREST = 5;

/**
 * What the questions say that readers asked in vain next to the candidates, beside those that are answered. All are about
 * -1 to 1.
 * @param known whether a term stands in the best passage or in what may be asked of it
 */
export function unansweredSignals(
  question: Question,
  { candidates, unanswered }: Retrieval,
  index: SearchIndex,
  known: (term: string) => boolean,
): UnansweredSignals {
  const questions = index.questions(question.language);
  const answered = candidates.flatMap(({ anticipated }) => anticipated.slice(0, NEAREST));
  const likest = unanswered[0]?.likeness ?? 0;
  const likestAnswered = peak(answered.map(({ likeness }) => likeness));
  const inVain = peak(unanswered.map(({ coverage }) => coverage));
  const covered = questions?.overlapWith(question.query).coverage ?? (() => 0);
  const asked = new Set(unanswered.flatMap(({ terms }) => terms));
  const means = unanswered.slice(0, MEAN_OF);
  const nearest = [
    ...unanswered.map(({ likeness }) => ({ likeness, silent: 1 })),
    ...answered.map(({ likeness }) => ({ likeness, silent: 0 })),
  ]
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 2 * NEAREST);
  const vote = (like: number): number => Math.max(0, like - 0.2) ** 3;
  const votes = nearest.reduce((sum, { likeness }) => sum + vote(likeness), 0) || 1;
  return {
    unanswered: likest,
    unansweredMean: means.reduce((sum, { likeness }) => sum + likeness, 0) / Math.max(1, means.length),
    unansweredLead: likest - likestAnswered,
    unansweredPeak: Math.max(0, likest - 0.5) * 2,
    unansweredShare: nearest.slice(0, NEAREST).reduce((sum, { silent }) => sum + silent, 0) / NEAREST,
    unansweredVote: nearest.reduce((sum, { likeness, silent }) => sum + silent * vote(likeness), 0) / votes,
    unansweredCoverage: inVain,
    unansweredCoverageLead: inVain - peak(answered.map(({ row }) => covered(row))),
    unansweredSimilarityLead:
      peak(unanswered.map(({ similarity }) => similarity)) -
      peak(answered.map(({ similarity }) => similarity)),
    askedInVain:
      idfSum(
        question.terms.filter((term) => asked.has(term) && !known(term)),
        index.terms,
      ) / (idfSum(question.terms, index.terms) || 1),
  };
}

function peak(values: readonly number[]): number {
  return Math.max(0, ...values);
}
