import type { Question, QuestionType } from "../domain/question.ts";
import { countWords } from "../domain/words.ts";
import type { AnticipatedMatch, Candidate } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { agreementOf, matchFeatures, offers, pairShare } from "../retrieve/index.ts";

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
  "passageProbability",
  "askedSimilarity",
  "askedOverlap",
  "explained",
  "likeness",
  "likenessPeak",
  "likenessLead",
  "sameTypeLikeness",
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

/** Features that do not read the words of the report: all there is for a question in another language. */
export const CROSS_LANGUAGE_SENTENCE_FEATURES = [
  "askedSimilarity",
  "askedOverlap",
  "explained",
  "likeness",
  "likenessPeak",
  "likenessLead",
  "passageScore",
  "passageProbability",
  "numbersPresent",
  "numbersMissing",
  "opensDependent",
  "tooShort",
  "tooLong",
  "sameTypeLikeness",
  "offersType",
  "lacksFigure",
] as const satisfies readonly SentenceFeature[];

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

/** What may stand before the word that points back. */
const BEFORE_IT = String.raw`^(?:["“'(]*)(?:(?:however|furthermore|moreover|similarly|finally|thus|therefore|also|but|and|yet|indeed|in fact|sadly|unfortunately|for instance|for example|at the same time|as a result|in addition|in response|in turn|as such|in other words|even though|although|while),? )?`;
const PRONOUN = "it|its|they|their|them|he|she|his|her";
/** Words that point back to something said before; a sentence that opens with one means little alone. */
const ANAPHORA = new RegExp(
  String.raw`${BEFORE_IT}(?:${PRONOUN}|this|these|those|that|such|both|the former|the latter|in this|the same)\b`,
  "iu",
);
/** Those that mean somebody or something, which a question names, too. */
const ANAPHORIC_PRONOUN = new RegExp(String.raw`${BEFORE_IT}(?:${PRONOUN})\b`, "iu");
/** "It is hard to say", "it remains to be seen": this "it" means nothing said before. */
const EMPTY_IT =
  /^["“'(]*(?:(?:however|moreover|indeed|but|and|yet|finally|thus),? )?it (?:is|was|will be|would be|seems|remains|appears)(?: \p{L}+){0,3} (?:to|that|how|whether|for)\b/iu;
/** Words that go on from something said before; the sentence can still stand alone. */
const CONNECTIVE =
  /^(?:["“'(]*)(?:as such|in addition|furthermore|moreover|however|finally|similarly|instead|therefore|thus|also|but|and|yet|second(?:ly)?|third(?:ly)?|fourth|for instance|for example|in other words|on the other hand|as a result|at the same time|there|here)\b/iu;

/** Whether a sentence's subject is told only by the sentence before it. */
export function pointsBack(text: string): boolean {
  return ANAPHORA.test(text) && !EMPTY_IT.test(text);
}

/** The sentence at which a quote of one begins: the one before it, when its subject is told there. */
export function withAntecedent(text: string, sentence: number): number {
  return pointsBack(text) && sentence > 0 ? sentence - 1 : sentence;
}

/** Whether all that a sentence lacks is whom or what its first pronoun means. */
export function opensWithPronoun(text: string): boolean {
  return ANAPHORIC_PRONOUN.test(text) && !EMPTY_IT.test(text);
}

/** Whether a sentence goes on from the one before it; it can still be understood alone. */
export function goesOn(text: string): boolean {
  return CONNECTIVE.test(text);
}

const NONE: ReadonlySet<string> = new Set();

/** Features that a sentence has whatever is asked. */
type OwnFeatures = Pick<SentenceFeatures, "opensDependent" | "tooShort" | "tooLong">;

/** Gives the features of every sentence of some candidates, in candidate order. All are about 0 to 1. */
export function createSentenceFeatures(
  index: SearchIndex,
): (question: Question, candidates: readonly Candidate[]) => ScoredSentence[] {
  const own = index.sentences.rows.map((_, row) => ownFeatures(index.sentences.text(row)));
  return (question, candidates) => sentenceFeatures(question, candidates, index, own);
}

function ownFeatures(text: string): OwnFeatures {
  const words = countWords(text);
  return {
    opensDependent: pointsBack(text) ? 1 : goesOn(text) ? 0.5 : 0,
    tooShort: Math.max(0, (8 - words) / 8),
    tooLong: Math.min(1, Math.max(0, (words - 40) / 40)),
  };
}

const UNKNOWN: OwnFeatures = { opensDependent: 0, tooShort: 0, tooLong: 0 };

function sentenceFeatures(
  question: Question,
  candidates: readonly Candidate[],
  index: SearchIndex,
  ownOf: readonly OwnFeatures[],
): ScoredSentence[] {
  const terms = question.terms.map((term) => ({ term, idf: index.terms.idf(term) }));
  const total = terms.reduce((sum, { idf }) => sum + idf, 0) || 1;
  const topLexical = Math.max(...candidates.map((c) => c.lexical), 1e-9);
  return candidates.flatMap((candidate) => {
    const first = index.sentences.firstRow(candidate.passage.id);
    if (first === undefined) return [];
    const last = first + candidate.passage.sentences.length - 1;
    const place = index.terms.ofPlace(candidate.passage.id);
    const agreement = agreementOf(candidate);
    const asked = askedFeatures(question, candidate);
    return candidate.passage.sentences.map((_, sentence): ScoredSentence => {
      const row = first + sentence;
      const text = index.sentences.text(row);
      const own = index.terms.setOfSentence(row);
      const before = row > first ? index.terms.setOfSentence(row - 1) : NONE;
      const after = row < last ? index.terms.setOfSentence(row + 1) : NONE;
      let present = 0;
      let near = 0;
      let around = 0;
      for (const { term, idf } of terms) {
        if (own.has(term)) present += idf;
        else if (before.has(term) || after.has(term)) near += idf;
        else if (place.has(term)) around += idf;
      }
      const numbers = question.numbers.filter((n) => own.has(n)).length;
      const { opensDependent, tooShort, tooLong } = ownOf[row] ?? UNKNOWN;
      const offered = offers(question.type, text);
      return {
        candidate,
        sentence,
        row,
        text,
        features: {
          similarity: candidate.similarities[sentence] ?? 0,
          coverage: present / total,
          nearbyCoverage: near / total,
          placeCoverage: around / total,
          pairs: pairShare(question.terms, index.terms.ofSentence(row), own),
          passageScore: candidate.score,
          passageProbability: candidate.probability,
          lexicalScore: candidate.lexical / topLexical,
          agreement,
          explained: candidate.explained?.sentences[sentence] ?? 0,
          ...asked(sentence),
          offersType: offered ? 1 : 0,
          lacksFigure: FIGURES.has(question.type) && !offered ? 1 : 0,
          numbersPresent: question.numbers.length === 0 ? 0 : numbers / question.numbers.length,
          numbersMissing: question.numbers.length === 0 ? 0 : 1 - numbers / question.numbers.length,
          opensDependent,
          tooShort,
          tooLong,
        },
      };
    });
  });
}

/** How like the question those anticipated questions are that a sentence answers, and those that others do. */
function askedFeatures(question: Question, { passage, anticipated }: Candidate) {
  const answeredBy = passage.sentences.map((): AnticipatedMatch[] => []);
  for (const match of anticipated) {
    for (const sentence of match.sentences) answeredBy[sentence]?.push(match);
  }
  return (sentence: number) => {
    const features = matchFeatures(question, answeredBy[sentence] ?? []);
    const others = anticipated.find(({ sentences }) => !sentences.includes(sentence))?.likeness ?? 0;
    return { ...features, likenessLead: features.likeness - others };
  };
}
