import type { LexicalHit } from "./lexical-index.ts";

/** A query as seen from the texts: which of its terms each of them would make one ask. */
export interface QueryTranslation {
  /** How much each of its content terms tells, by its rarity among the questions; they sum to 1. */
  readonly weights: readonly number[];
  /**
   * For each term, how much likelier it is to be asked of a sentence (a row of the sentences, with the headings above it)
   * than of any other: 0 to 1.
   */
  ofSentence(row: number): readonly number[];
  /** The same for `count` rows from `first` on. */
  ofSentences(first: number, count: number): readonly (readonly number[])[];
  /** For each term, the terms of the texts that alone make it likelier by at least that strength. */
  meanings(strength: number): readonly (readonly string[])[];
  /** Passages by the terms that their sentences make likely; ties are broken by passage id. */
  search(k: number): LexicalHit[];
}

/** Learnt from the anticipated questions of one language: which of their terms go with which terms of the texts. */
export interface Translations {
  read(query: string): QueryTranslation;
}
