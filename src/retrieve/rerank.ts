import { probability, type LinearModel } from "../domain/linear-model.ts";
import type { Question } from "../domain/question.ts";
import type { Candidate } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { ViewName } from "./views.ts";
import { offers } from "./offered.ts";
import { idfSum, knownTerms } from "./known-terms.ts";
import { agreementOf, matchFeatures } from "./match-features.ts";
import { pairShare } from "./proximity.ts";

/** Names of the features, in the order of the vector; weights are stored by these names. */
export const PASSAGE_FEATURES = [
  "fused",
  "lexicalRank",
  "sentencesRank",
  "passagesRank",
  "questionWordsRank",
  "questionVectorsRank",
  "translatedRank",
  "agreement",
  "lexicalScore",
  "questionWordsScore",
  "bestSentence",
  "sentenceLead",
  "bestCoverage",
  "passageCoverage",
  "bestPairs",
  "offersType",
  "askedSimilarity",
  "askedOverlap",
  "explained",
  "explainedLead",
  "likeness",
  "likenessPeak",
  "likenessLead",
  "secondLikeness",
  "thirdLikeness",
  "sameTypeLikeness",
  "numbersPresent",
  "numbersMissing",
  "namesMissing",
] as const;
export type PassageFeature = (typeof PASSAGE_FEATURES)[number];

/** Features that read no words of the report but names and figures: all there is for a question in another language. */
export const CROSS_LANGUAGE_PASSAGE_FEATURES = [
  "questionWordsRank",
  "questionVectorsRank",
  "translatedRank",
  "questionWordsScore",
  "askedSimilarity",
  "askedOverlap",
  "explained",
  "explainedLead",
  "likeness",
  "likenessPeak",
  "likenessLead",
  "secondLikeness",
  "thirdLikeness",
  "numbersPresent",
  "numbersMissing",
  "sameTypeLikeness",
  "offersType",
] as const satisfies readonly PassageFeature[];

/**
 * Puts the first candidates into the order of their probability of holding the answer; ties by passage id. Scores become
 * relative to the best one's. The others follow as they were, with a score of 0. Null leaves all as they are.
 */
export function rerank(
  question: Question,
  candidates: readonly Candidate[],
  index: SearchIndex,
  model: LinearModel | null,
): Candidate[] {
  if (model === null) return [...candidates];
  const head = candidates.slice(0, RERANKED);
  const features = passageFeatures(question, head, index);
  const ranked = head
    .map((candidate, i) => ({ candidate, own: probability(model, features[i] ?? {}) }))
    .sort((a, b) => b.own - a.own || (a.candidate.passage.id < b.candidate.passage.id ? -1 : 1));
  const top = ranked[0]?.own ?? 1;
  return [
    ...ranked.map(({ candidate, own }) => ({ ...candidate, probability: own, score: own / top })),
    ...candidates.slice(RERANKED).map((candidate) => ({ ...candidate, score: 0 })),
  ];
}

/** Candidates that are put in order. */
export const RERANKED = 12;

/** What speaks for each candidate, in their order. All are about 0 to 1; `candidate.score` is the fused one. */
export function passageFeatures(
  question: Question,
  candidates: readonly Candidate[],
  index: SearchIndex,
): Record<PassageFeature, number>[] {
  const terms = question.terms.map((term) => ({ term, idf: index.terms.idf(term) }));
  const total = terms.reduce((sum, { idf }) => sum + idf, 0) || 1;
  const topLexical = Math.max(...candidates.map((c) => c.lexical), 1e-9);
  const topQuestionWords = Math.max(...candidates.map((c) => c.questionWords), 1e-9);
  const rows = candidates.map(({ passage }) => {
    const first = index.sentences.firstRow(passage.id) ?? 0;
    return passage.sentences.map((_, i) => first + i);
  });
  const bestSentences = candidates.map(({ similarities }) => Math.max(0, ...similarities));
  const explained = candidates.map((c) => c.explained?.passage ?? 0);
  const likeness = candidates.map((c) => c.anticipated[0]?.likeness ?? 0);
  return candidates.map((candidate, at) => {
    const { anticipated, passage, ranks } = candidate;
    const own = rows[at] ?? [];
    const sets = own.map((row) => index.terms.setOfSentence(row));
    const covered = coverage(terms, sets);
    const near = (view: ViewName): number => {
      const rank = ranks[view];
      return rank === undefined ? 0 : 3 / (2 + rank);
    };
    const best = bestSentences[at] ?? 0;
    const numbers = question.numbers.filter((n) => passage.text.replaceAll(",", "").includes(n)).length;
    const numberShare = question.numbers.length === 0 ? 0 : numbers / question.numbers.length;
    return {
      fused: candidate.score,
      lexicalRank: near("lexical"),
      sentencesRank: near("sentences"),
      passagesRank: near("passages"),
      questionWordsRank: near("questionWords"),
      questionVectorsRank: near("questionVectors"),
      translatedRank: near("translated"),
      agreement: agreementOf(candidate),
      lexicalScore: candidate.lexical / topLexical,
      questionWordsScore: candidate.questionWords / topQuestionWords,
      bestSentence: best,
      sentenceLead: best - bestOther(bestSentences, at),
      bestCoverage: covered.best / total,
      passageCoverage: covered.all / total,
      bestPairs: Math.max(
        0,
        ...own.map((row) =>
          pairShare(question.terms, index.terms.ofSentence(row), index.terms.setOfSentence(row)),
        ),
      ),
      offersType: offers(question.type, passage.text) ? 1 : 0,
      ...matchFeatures(question, anticipated),
      explained: explained[at] ?? 0,
      explainedLead: (explained[at] ?? 0) - bestOther(explained, at),
      likenessLead: (likeness[at] ?? 0) - bestOther(likeness, at),
      secondLikeness: anticipated[1]?.likeness ?? 0,
      thirdLikeness: anticipated[2]?.likeness ?? 0,
      numbersPresent: numberShare,
      numbersMissing: question.numbers.length === 0 ? 0 : 1 - numberShare,
      namesMissing: namesMissing(question, candidate, index),
    };
  });
}

/** How much, by idf, of some terms the sentence that has most of them has, and all sentences together. */
function coverage(
  terms: readonly { readonly term: string; readonly idf: number }[],
  sentences: readonly ReadonlySet<string>[],
): { readonly best: number; readonly all: number } {
  const each = sentences.map(() => 0);
  let all = 0;
  for (const { term, idf } of terms) {
    let holders = 0;
    for (let i = 0; i < sentences.length; i += 1) {
      if (sentences[i]?.has(term) !== true) continue;
      each[i] = (each[i] ?? 0) + idf;
      holders += 1;
    }
    if (holders > 0) all += idf;
  }
  return { best: Math.max(0, ...each), all };
}

/**
 * Share of the names in a question, by idf, that neither the passage nor its place nor its anticipated questions know,
 * 0 to 1: a question about Canada is not answered by what is said of Mexico.
 */
export function namesMissing(question: Question, candidate: Candidate, index: SearchIndex): number {
  if (question.names.length === 0) return 0;
  const { passage, anticipated } = candidate;
  const known = knownTerms(passage, anticipated, index, question.language);
  const place = index.terms.ofPlace(passage.id);
  const missing = question.names.filter((name) => !known(name) && !place.has(name));
  return idfSum(missing, index.terms) / (idfSum(question.names, index.terms) || 1);
}

function bestOther(values: readonly number[], at: number): number {
  let best = 0;
  values.forEach((value, i) => {
    if (i !== at && value > best) best = value;
  });
  return best;
}
