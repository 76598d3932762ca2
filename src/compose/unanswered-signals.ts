import type { Question } from "../domain/question.ts";
import { isFigure } from "../domain/words.ts";
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
  "unansweredCoverage",
  "unansweredSimilarityLead",
  "askedInVain",
] as const;
/** Those that read no words of the question: all there is for a question in another language. */
export const CROSS_LANGUAGE_UNANSWERED_FEATURES = UNANSWERED_FEATURES.filter(
  (name) => name !== "askedInVain",
);
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
  { candidates, unanswered: all }: Retrieval,
  index: SearchIndex,
  known: (term: string) => boolean,
): UnansweredSignals {
  // "The rate in 2017", which nothing tells, is not "the rate in 2011", which is told, however alike they are.
  const figures = question.terms.filter((term) => isFigure(term) && known(term));
  const unanswered =
    figures.length === 0
      ? all
      : all.filter((one) => one.figures.length === 0 || sharesAny(one.figures, figures));
  const answered = candidates.flatMap(({ anticipated }) => anticipated.slice(0, NEAREST));
  const likest = unanswered[0]?.likeness ?? 0;
  const likestAnswered = peak(answered.map(({ likeness }) => likeness));
  const asked = new Set(unanswered.flatMap(({ terms }) => terms));
  const means = unanswered.slice(0, MEAN_OF);
  const nearest = [
    ...unanswered.map(({ likeness }) => ({ likeness, silent: 1 })),
    ...answered.map(({ likeness }) => ({ likeness, silent: 0 })),
  ]
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, NEAREST);
  return {
    unanswered: likest,
    unansweredMean: means.reduce((sum, { likeness }) => sum + likeness, 0) / Math.max(1, means.length),
    unansweredLead: likest - likestAnswered,
    unansweredPeak: Math.max(0, likest - 0.5) * 2,
    unansweredShare: nearest.reduce((sum, { silent }) => sum + silent, 0) / NEAREST,
    unansweredCoverage: peak(unanswered.map(({ coverage }) => coverage)),
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

function sharesAny(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}

function peak(values: readonly number[]): number {
  return Math.max(0, ...values);
}
