import { logOdds, probability } from "../domain/linear-model.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { allOf, type RankedFollowUp, type RankedReading, type Said } from "./follow-up.ts";
import { followUpModelsFor } from "./answer-models.ts";
import { contextLikeness } from "./in-context.ts";
import type { RankedSentence } from "./select.ts";

/** Names of what tells whether a sentence answers a follow-up. */
export const FOLLOW_UP_FEATURES = [
  "own",
  "asked",
  "withLast",
  "withAnswer",
  "near",
  "askedNear",
  "beside",
  "ahead",
  "saidLast",
  "saidEarlier",
] as const;
export type FollowUpFeatures = Readonly<Record<(typeof FOLLOW_UP_FEATURES)[number], number>>;

/** The most that log-odds are, either way; the least is also what a reading gives a sentence that it did not find. */
const MOST = 8;
/** Sentences behind a quote that are looked at as what comes next. */
const AHEAD = 30;

/** A sentence that was found for a follow-up, with what is known of it there. */
export interface FollowUpSentence {
  readonly sentence: RankedSentence;
  readonly features: FollowUpFeatures;
}

/**
 * The sentences that were found for the readings of a follow-up: how likely each reading has them (log-odds; a reading
 * that is missing counts as the rules' own), how far each is from being the nearest to the question with what was said behind
 * it, and where they stand to what was said.
 */
export function followUpSentences(followUp: RankedFollowUp, index: SearchIndex): FollowUpSentence[] {
  const { own, asked, withLast, withAnswer, said } = followUp;
  const found = new Map(allOf(followUp).flatMap(({ ranked }) => ranked.map((one) => [one.row, one])));
  const oddsOfOwn = oddsOf(own);
  const [ofAsked, ofWithLast, ofWithAnswer] = [asked, withLast, withAnswer].map((one) => one && oddsOf(one));
  const likeness = contextLikeness([...found.values()], withAnswer ?? own, index);
  const placeOf = createPlaceOf(said, index);
  return [...found.values()].map((sentence, i) => ({
    sentence,
    features: {
      own: oddsOfOwn(sentence),
      asked: (ofAsked ?? oddsOfOwn)(sentence),
      withLast: (ofWithLast ?? oddsOfOwn)(sentence),
      withAnswer: (ofWithAnswer ?? oddsOfOwn)(sentence),
      ...(likeness[i] ?? { near: 0, askedNear: 0 }),
      ...placeOf(sentence),
    },
  }));
}

/** The sentences of a follow-up's readings with their probability of answering it, best first; ties by row. */
export function rankFollowUp(followUp: RankedFollowUp, index: SearchIndex): RankedSentence[] {
  const { sentence: model } = followUpModelsFor(index, followUp.own.question);
  return followUpSentences(followUp, index)
    .map(({ sentence, features }) => ({
      ...sentence,
      probability: probability(model, features),
    }))
    .sort((a, b) => b.probability - a.probability || a.row - b.row);
}

export function boundedOdds(chance: number): number {
  return Math.min(MOST, Math.max(-MOST, logOdds(chance)));
}

/** Where a sentence stands to what was said, 0 to 1 each. */
export type Place = Pick<FollowUpFeatures, "beside" | "ahead" | "saidLast" | "saidEarlier">;

/** Tells whether a sentence stands beside or behind what was quoted, and whether it was said. */
export function createPlaceOf(said: Said, index: SearchIndex): (sentence: RankedSentence) => Place {
  const quotedRows = rowsSaid(said, index);
  return ({ row, text, candidate }) => ({
    beside: candidate.closeness,
    ahead: quotedRows.some((quoted) => row > quoted && row <= quoted + AHEAD) ? 1 : 0,
    saidLast: said.last.includes(text) ? 1 : 0,
    saidEarlier: said.earlier.includes(text) ? 1 : 0,
  });
}

/** What a reading gives a sentence, as log-odds. */
function oddsOf({ ranked }: RankedReading): (sentence: RankedSentence) => number {
  const odds = new Map(ranked.map(({ row, probability }) => [row, boundedOdds(probability)]));
  return ({ row }) => odds.get(row) ?? -MOST;
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
