import type { AbstentionReason } from "../domain/contract.ts";
import type { Question } from "../domain/question.ts";
import type { Candidate, Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { idfSum, knownTerms, namesMissing } from "../retrieve/index.ts";
import type { RankedSentence } from "./select.ts";
import { unansweredSignals, type UnansweredSignals } from "./unanswered-signals.ts";

/** Signals of whether the report answers; weights are stored by these names. */
export const ABSTENTION_FEATURES = [
  "bestProbability",
  "secondProbability",
  "similarity",
  "coverage",
  "passageCoverage",
  "lexicalPerIdf",
  "agreement",
  "askedSimilarity",
  "askedOverlap",
  "explained",
  "explainedSentence",
  "explainedRarest",
  "bestExplained",
  "likeness",
  "likenessPeak",
  "likenessLead",
  "sameTypeLikeness",
  "passageLikeness",
  "secondLikeness",
  "passageProbability",
  "passageLead",
  "knownCoverage",
  "rarestKnown",
  "namesMissing",
  "numbersMissing",
  "offersType",
  "rarestCovered",
  "unknownAsked",
  "fewTerms",
] as const;

/** Signals that do not read the words of the report: all there is for a question in another language. */
export const CROSS_LANGUAGE_ABSTENTION_FEATURES = [
  "bestProbability",
  "secondProbability",
  "askedSimilarity",
  "askedOverlap",
  "explained",
  "explainedSentence",
  "explainedRarest",
  "bestExplained",
  "unknownAsked",
  "numbersMissing",
  "likeness",
  "likenessPeak",
  "likenessLead",
  "passageLikeness",
  "secondLikeness",
  "passageProbability",
  "passageLead",
  "sameTypeLikeness",
  "offersType",
] as const satisfies readonly (typeof ABSTENTION_FEATURES)[number][];
export type AbstentionFeatures = Readonly<Record<(typeof ABSTENTION_FEATURES)[number], number>> &
  UnansweredSignals;

/** Reads the signals off a retrieval and its best sentences. All are about 0 to 1. */
export function abstentionFeatures(
  question: Question,
  retrieval: Retrieval,
  ranked: readonly RankedSentence[],
  index: SearchIndex,
): AbstentionFeatures {
  const best = ranked[0];
  const { candidates } = retrieval;
  const idf = (term: string): number => index.terms.idf(term);
  const total = idfSum(question.terms, index.terms) || 1;
  const rarest = [...question.terms].sort((a, b) => idf(b) - idf(a) || (a < b ? -1 : 1))[0];
  const own = new Set(best ? index.terms.ofSentence(best.row) : []);
  // What of a question is left over is what the passage may be silent about.
  const known = best
    ? knownTerms(best.candidate.passage, best.candidate.anticipated.slice(0, 8), index, question.language)
    : () => false;
  const topLexical = Math.max(0, ...candidates.map((c) => c.lexical));
  const [first = 0, second = 0] = candidates.map((c) => c.probability);
  const passageLikeness = best?.candidate.anticipated[0]?.likeness ?? 0;
  return {
    bestProbability: best?.probability ?? 0,
    secondProbability: ranked[1]?.probability ?? 0,
    similarity: Math.max(0, ...ranked.slice(0, 10).map((s) => s.features.similarity)),
    coverage: best?.features.coverage ?? 0,
    passageCoverage: best
      ? best.features.coverage + best.features.nearbyCoverage + best.features.placeCoverage
      : 0,
    lexicalPerIdf: Math.min(2, topLexical / (total * 2.2)),
    agreement: best?.features.agreement ?? 0,
    askedSimilarity: best?.features.askedSimilarity ?? 0,
    askedOverlap: best?.features.askedOverlap ?? 0,
    explained: best?.candidate.explained?.passage ?? 0,
    explainedSentence: best?.features.explained ?? 0,
    explainedRarest: best?.candidate.explained?.rarest ?? 0,
    bestExplained: Math.max(0, ...candidates.map((c) => c.explained?.passage ?? 0)),
    likeness: best?.features.likeness ?? 0,
    likenessPeak: best?.features.likenessPeak ?? 0,
    likenessLead: passageLikeness - otherLikeness(best, candidates),
    sameTypeLikeness: best?.features.sameTypeLikeness ?? 0,
    passageLikeness,
    secondLikeness: best?.candidate.anticipated[1]?.likeness ?? 0,
    passageProbability: first,
    passageLead: first - second,
    knownCoverage: idfSum(question.terms.filter(known), index.terms) / total,
    rarestKnown: rarest !== undefined && known(rarest) ? 1 : 0,
    namesMissing: best ? namesMissing(question, best.candidate, index) : 0,
    numbersMissing: best?.features.numbersMissing ?? 0,
    offersType: best?.features.offersType ?? 0,
    rarestCovered: rarest !== undefined && own.has(rarest) ? 1 : 0,
    unknownAsked: index.questions(question.language)?.unknownShare(question.query) ?? 0,
    fewTerms: Math.max(0, (3 - question.terms.length) / 3),
    ...unansweredSignals(question, retrieval, index, known),
  };
}

function otherLikeness(best: RankedSentence | undefined, candidates: readonly Candidate[]): number {
  const others = candidates.filter(({ passage }) => passage.id !== best?.candidate.passage.id);
  return Math.max(0, ...others.map(({ anticipated }) => anticipated[0]?.likeness ?? 0));
}

/** Share of the question's content, by idf, that no passage of the corpus knows, 0 to 1. */
function unknownShare(question: Question, index: SearchIndex): number {
  const unknown = question.terms.filter((t) => !index.terms.known(t));
  return idfSum(unknown, index.terms) / (idfSum(question.terms, index.terms) || 1);
}

/** Words of a question that is no more than a word or two. */
const A_WORD = 2;

/** Whether a question is a word or two of which the report has none ("blue"): nobody can tell what is asked. */
export function saysNothing(question: Question, index: SearchIndex): boolean {
  return unknownShare(question, index) >= 0.99 && isAWord(question);
}

/** Whether a question is no more than a word or two. */
export function isAWord({ text }: Question): boolean {
  return text.split(" ").length <= A_WORD;
}

/**
 * Below these neither a sentence nor anything that may be asked is like the question. Set on 400 inputs that have nothing
 * to do with the report (11 of the 16 English ones that were answered) and on dev (no answerable question).
 */
const FAR = { similarity: 0.35, likeness: 0.35, askedSimilarity: 0.6 };

/** Whether a question is far from all that the report says and that may be asked of it, whatever else speaks for an answer. */
export function isFar(question: Question, features: AbstentionFeatures, index: SearchIndex): boolean {
  return (
    index.questions(question.language) !== null &&
    features.similarity < FAR.similarity &&
    features.likeness < FAR.likeness &&
    features.askedSimilarity < FAR.askedSimilarity
  );
}

/**
 * Below this cosine no question, answered or not, that was written next to the report is like one. Of 202 inputs that have
 * nothing to do with the report (scripts/fit/far.jsonl) .79 are below it, of 212 questions on its subjects that it does not
 * answer (scripts/fit/unanswered.jsonl) .09. Set on these.
 */
const LIKE_NOTHING = 0.6;

/**
 * Why nothing is answered: a question far from everything that is asked next to the report is out of its scope; without
 * such questions, one far from its sentences (bars set on the dev questions, evals/facts/dev-seed.jsonl).
 */
export function abstentionReason(
  question: Question,
  retrieval: Retrieval,
  features: AbstentionFeatures,
  index: SearchIndex,
): AbstentionReason {
  if (question.terms.length === 0 || saysNothing(question, index)) return "unclear_question";
  const far =
    index.questions(question.language) === null
      ? (features.similarity < 0.4 && features.passageCoverage < 0.3) || unknownShare(question, index) > 0.6
      : nearestAsked(retrieval) < LIKE_NOTHING;
  return far ? "out_of_scope" : "not_in_report";
}

/** Cosine of the likest question that was written next to what was found, answered or not. */
function nearestAsked({ candidates, unanswered }: Retrieval): number {
  const answered = candidates.flatMap(({ anticipated }) => anticipated.map(({ similarity }) => similarity));
  return Math.max(0, ...answered, ...unanswered.map(({ similarity }) => similarity));
}
