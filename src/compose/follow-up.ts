import type { Question } from "../domain/question.ts";
import type { Readings } from "../domain/standalone.ts";
import type { Retrieval } from "../ports/retriever.ts";
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
  /** What a follow-up is read with. */
  readonly context: string;
}

/** Ways to read a follow-up: in other words, and with what was said before for the encoder. */
export interface FoundReadings<T> extends Readings<T> {
  /** As it was asked, with what was said just before behind it. */
  readonly withAnswer: T;
}

/** What a question that leans on the turns before brings along. */
export interface FollowUp {
  readonly said: Said;
  /** Other ways to read it, each null where it is none; null where there are none. */
  readonly readings: FoundReadings<Reading | null> | null;
}

/** A reading with its sentences, best first. */
export interface RankedReading extends Reading {
  readonly ranked: readonly RankedSentence[];
}

/** A follow-up with what was found for all its readings. */
export interface RankedFollowUp extends FoundReadings<RankedReading | null> {
  readonly said: Said;
  /** By what the rules make of it. */
  readonly own: RankedReading;
}

/** All readings of a follow-up with their sentences; null where it has but its own. */
export function rankReadings(
  own: RankedReading,
  { said, readings }: FollowUp,
  ranksOf: (reading: Reading) => RankedReading,
): RankedFollowUp | null {
  if (!readings?.asked && !readings?.withLast) return null;
  const { asked, withLast, withAnswer } = readings;
  return {
    said,
    own,
    asked: asked && ranksOf(asked),
    withLast: withLast && ranksOf(withLast),
    withAnswer: withAnswer && ranksOf(withAnswer),
  };
}

/** The readings that are there. */
export function allOf({ own, asked, withLast, withAnswer }: RankedFollowUp): RankedReading[] {
  return [own, asked, withLast, withAnswer].flatMap((one) => one ?? []);
}
