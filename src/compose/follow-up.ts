import { logOdds, probability } from "../domain/linear-model.ts";
import type { Question } from "../domain/question.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { FOLLOW_UP_MODELS } from "./follow-up-models.ts";
import type { RankedSentence } from "./select.ts";

/** A wording that may be meant, and what was found for it. */
export interface Reading {
  readonly question: Question;
  readonly retrieval: Retrieval;
}

/** What was answered in the turns before. */
export interface Said {
  /** Text of the last answer. */
  readonly last: string;
  /** Texts of the answers before it. */
  readonly earlier: string;
  /** Passages, by id, that the last answer with citations quoted. */
  readonly quoted: readonly string[];
}

/** What a question that leans on the turns before brings along. */
export interface FollowUp {
  readonly said: Said;
  /** Other wordings that may be meant. */
  readonly readings: readonly Reading[];
}

/** Names of what tells whether a sentence answers a follow-up. */
export const FOLLOW_UP_FEATURES = [
  "first",
  "second",
  "third",
  "beside",
  "ahead",
  "saidLast",
  "saidEarlier",
] as const;
export type FollowUpFeatures = Readonly<Record<(typeof FOLLOW_UP_FEATURES)[number], number>>;

/** Names of what tells whether the best sentence is a right answer to a follow-up. */
export const FOLLOW_UP_SIGNALS = ["best", "chance", "asked", "unknown"] as const;
export type FollowUpSignals = Readonly<Record<(typeof FOLLOW_UP_SIGNALS)[number], number>>;

/** Log-odds of a sentence for a reading that did not find it, and the least that any has; the most is as far on the other side. */
const LEAST = -8;
/** Sentences behind a quote that are looked at as what comes next. */
const AHEAD = 30;

/** A sentence that was found for a follow-up, with what is known of it there. */
export interface FollowUpSentence {
  readonly sentence: RankedSentence;
  readonly features: FollowUpFeatures;
}

/**
 * The sentences that were found for the readings of a follow-up: how likely each reading has them (log-odds; a reading
 * that is missing counts as the first), whether they stand beside or behind what was quoted, and whether they were said.
 * @param ranked a list a reading
 */
export function followUpSentences(
  ranked: readonly (readonly RankedSentence[])[],
  said: Said,
  index: SearchIndex,
): FollowUpSentence[] {
  const quotedRows = rowsSaid(said, index);
  const found = new Map<number, { sentence: RankedSentence; odds: number[] }>();
  ranked.forEach((sentences, reading) => {
    for (const sentence of sentences) {
      const known = found.get(sentence.row) ?? { sentence, odds: ranked.map(() => LEAST) };
      known.odds[reading] = boundedOdds(sentence.probability);
      found.set(sentence.row, known);
    }
  });
  return [...found.values()].map(({ sentence, odds: [first = LEAST, second = first, third = first] }) => ({
    sentence,
    features: {
      first,
      second,
      third,
      beside: sentence.candidate.closeness,
      ahead: quotedRows.some((row) => sentence.row > row && sentence.row <= row + AHEAD) ? 1 : 0,
      saidLast: said.last.includes(sentence.text) ? 1 : 0,
      saidEarlier: said.earlier.includes(sentence.text) ? 1 : 0,
    },
  }));
}

/** The sentences of a follow-up's readings with their probability of answering it, best first; ties by row. */
export function rankFollowUp(
  ranked: readonly (readonly RankedSentence[])[],
  said: Said,
  index: SearchIndex,
): RankedSentence[] {
  return followUpSentences(ranked, said, index)
    .map(({ sentence, features }) => ({
      ...sentence,
      probability: probability(FOLLOW_UP_MODELS.sentence, features),
    }))
    .sort((a, b) => b.probability - a.probability || a.row - b.row);
}

/**
 * What tells whether the sentence that ranks first answers a follow-up.
 * @param given its own probability; the mean of what each reading would give its answer with it; what the question as it was
 *   asked gives its own answer; and the share of that question's words which the corpus has not
 */
export function followUpSignals(
  given: Readonly<Record<(typeof FOLLOW_UP_SIGNALS)[number], number>>,
): FollowUpSignals {
  const { best, chance, asked, unknown } = given;
  return { best: boundedOdds(best), chance: boundedOdds(chance), asked: boundedOdds(asked), unknown };
}

function boundedOdds(chance: number): number {
  return Math.min(-LEAST, Math.max(LEAST, logOdds(chance)));
}

/** A reading's sentences with one of them first, if it is among them: what the reading would have answered with it. */
export function withFirst(ranked: readonly RankedSentence[], row: number): RankedSentence[] {
  const first = ranked.find((sentence) => sentence.row === row);
  return first ? [first, ...ranked.filter((sentence) => sentence !== first)] : [];
}

/** Rows of the sentences that the last answer quoted. */
function rowsSaid({ last, quoted }: Said, index: SearchIndex): number[] {
  return quoted
    .flatMap((id) => {
      const first = index.sentences.firstRow(id);
      const sentences = index.passage(id)?.sentences ?? [];
      return first === undefined ? [] : sentences.map((_, at) => first + at);
    })
    .filter((row) => last.includes(index.sentences.text(row)));
}
