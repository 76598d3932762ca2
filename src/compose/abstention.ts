import type { AbstentionReason } from "../domain/contract.ts";
import type { Question } from "../domain/question.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { RankedSentence } from "./select.ts";

/** Signals of whether the report answers; weights are stored by these names. */
export const ABSTENTION_FEATURES = [
  "bestProbability",
  "secondProbability",
  "similarity",
  "coverage",
  "passageCoverage",
  "lexicalPerIdf",
  "agreement",
  "numbersMissing",
  "offersType",
  "rarestCovered",
  "fewTerms",
] as const;
export type AbstentionFeatures = Readonly<Record<(typeof ABSTENTION_FEATURES)[number], number>>;

/** Reads the signals off a retrieval and its best sentences. All are about 0 to 1. */
export function abstentionFeatures(
  question: Question,
  retrieval: Retrieval,
  ranked: readonly RankedSentence[],
  index: SearchIndex,
): AbstentionFeatures {
  const best = ranked[0];
  const idf = (term: string): number => index.terms.idf(term);
  const total = question.terms.reduce((sum, t) => sum + idf(t), 0) || 1;
  const rarest = [...question.terms].sort((a, b) => idf(b) - idf(a) || (a < b ? -1 : 1))[0];
  const own = new Set(best ? index.terms.ofSentence(best.row) : []);
  const topLexical = Math.max(0, ...retrieval.candidates.map((c) => c.lexical));
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
    numbersMissing: best?.features.numbersMissing ?? 0,
    offersType: best?.features.offersType ?? 0,
    rarestCovered: rarest !== undefined && own.has(rarest) ? 1 : 0,
    fewTerms: Math.max(0, (3 - question.terms.length) / 3),
  };
}

/** Share of the question's content, by idf, that no passage of the corpus knows, 0 to 1. */
function unknownShare(question: Question, index: SearchIndex): number {
  const weigh = (terms: readonly string[]): number => terms.reduce((sum, t) => sum + index.terms.idf(t), 0);
  return weigh(question.terms.filter((t) => !index.terms.known(t))) / (weigh(question.terms) || 1);
}

/**
 * Why nothing is answered: a question far from everything in the report is out of its scope.
 * The bars are set on the dev questions (evals/facts/dev-seed.jsonl).
 */
export function abstentionReason(
  question: Question,
  features: AbstentionFeatures,
  index: SearchIndex,
): AbstentionReason {
  const unknown = unknownShare(question, index);
  if (question.terms.length === 0) return "unclear_question";
  if (unknown >= 0.99 && question.text.split(" ").length <= 2) return "unclear_question";
  const far = features.similarity < 0.4 && features.passageCoverage < 0.3;
  return far || unknown > 0.6 ? "out_of_scope" : "not_in_report";
}
