import type { Question, QuestionType } from "../domain/question.ts";
import type { Candidate } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { offers } from "./offered.ts";

/** Names of the features, in the order of the vector; weights are stored by these names. */
export const SENTENCE_FEATURES = [
  "similarity",
  "coverage",
  "nearbyCoverage",
  "placeCoverage",
  "pairs",
  "passageScore",
  "lexicalScore",
  "agreement",
  "offersType",
  "lacksFigure",
  "numbersPresent",
  "numbersMissing",
  "opensDependent",
  "tooShort",
  "tooLong",
] as const;
export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];
export type SentenceFeatures = Readonly<Record<SentenceFeature, number>>;

/** One sentence that may answer, with what is known of it. */
export interface ScoredSentence {
  readonly candidate: Candidate;
  /** Position in the passage. */
  readonly sentence: number;
  readonly row: number;
  readonly text: string;
  readonly features: SentenceFeatures;
}

/** Types that only a sentence with a figure or a date can answer. */
const FIGURES: ReadonlySet<QuestionType> = new Set(["number", "when"]);

/** Words that point back to something said before; a sentence that opens with one means little alone. */
const ANAPHORA =
  /^(?:["“'(]*)(?:(?:however|furthermore|moreover|similarly|finally|thus|therefore|also|but|and|yet|indeed|in fact|sadly|unfortunately|for instance|for example),? )?(?:this|these|those|that|it|its|they|their|them|he|she|his|her|such|both|the former|the latter|in this|the same)\b/iu;
/** Words that go on from something said before; the sentence can still stand alone. */
const CONNECTIVE =
  /^(?:["“'(]*)(?:as such|in addition|furthermore|moreover|however|finally|similarly|instead|therefore|thus|also|but|and|yet|second(?:ly)?|third(?:ly)?|fourth|for instance|for example|in other words|on the other hand|as a result|at the same time|there|here)\b/iu;

/** Whether a sentence's subject is told only by the sentence before it. */
export function pointsBack(text: string): boolean {
  return ANAPHORA.test(text);
}

const NONE: ReadonlySet<string> = new Set();

/** Features of every sentence of the candidates, in candidate order. All are about 0 to 1. */
export function sentenceFeatures(
  question: Question,
  vector: readonly number[],
  candidates: readonly Candidate[],
  index: SearchIndex,
  placeTerms: (candidate: Candidate) => ReadonlySet<string>,
): ScoredSentence[] {
  const total = question.terms.reduce((sum, term) => sum + index.terms.idf(term), 0) || 1;
  const topLexical = Math.max(...candidates.map((c) => c.lexical), 1e-9);
  const share = (terms: Iterable<string>): number => {
    let sum = 0;
    for (const term of terms) sum += index.terms.idf(term);
    return sum / total;
  };
  return candidates.flatMap((candidate) => {
    const first = index.sentences.firstRow(candidate.passage.id);
    if (first === undefined) return [];
    const last = first + candidate.passage.sentences.length - 1;
    const place = placeTerms(candidate);
    return candidate.passage.sentences.map((_, sentence): ScoredSentence => {
      const row = first + sentence;
      const text = index.sentences.text(row);
      const own = index.terms.setOfSentence(row);
      const before = row > first ? index.terms.setOfSentence(row - 1) : NONE;
      const after = row < last ? index.terms.setOfSentence(row + 1) : NONE;
      const present = question.terms.filter((t) => own.has(t));
      const absent = question.terms.filter((t) => !own.has(t));
      const near = absent.filter((t) => before.has(t) || after.has(t));
      const numbers = question.numbers.filter((n) => own.has(n)).length;
      const words = text.split(" ").length;
      return {
        candidate,
        sentence,
        row,
        text,
        features: {
          similarity: index.sentences.similarity(row, vector),
          coverage: share(present),
          nearbyCoverage: share(near),
          placeCoverage: share(absent.filter((t) => !near.includes(t) && place.has(t))),
          pairs: adjacentPairs(question.terms, index.terms.ofSentence(row)),
          passageScore: candidate.score,
          lexicalScore: candidate.lexical / topLexical,
          agreement: Object.values(candidate.ranks).filter((rank) => rank <= 5).length / 3,
          offersType: offers(question.type, text) ? 1 : 0,
          lacksFigure: FIGURES.has(question.type) && !offers(question.type, text) ? 1 : 0,
          numbersPresent: question.numbers.length === 0 ? 0 : numbers / question.numbers.length,
          numbersMissing: question.numbers.length === 0 ? 0 : 1 - numbers / question.numbers.length,
          opensDependent: pointsBack(text) ? 1 : CONNECTIVE.test(text) ? 0.5 : 0,
          tooShort: Math.max(0, (8 - words) / 8),
          tooLong: Math.min(1, Math.max(0, (words - 40) / 40)),
        },
      };
    });
  });
}

/** Share of the question's neighbouring term pairs that stand within three terms of each other, in order. */
function adjacentPairs(question: readonly string[], sentence: readonly string[]): number {
  if (question.length < 2) return 0;
  let found = 0;
  for (let i = 0; i + 1 < question.length; i += 1) {
    const at = sentence.indexOf(question[i] ?? "");
    if (at >= 0 && sentence.slice(at + 1, at + 4).includes(question[i + 1] ?? "")) found += 1;
  }
  return found / (question.length - 1);
}
