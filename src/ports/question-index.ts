import type { PlacedQuestion } from "../domain/anticipated-question.ts";
import type { QuestionType } from "../domain/question.ts";
import type { LexicalHit } from "./lexical-index.ts";
import type { VectorIndex } from "./vector-index.ts";

export type QuestionLanguage = PlacedQuestion["language"];

/** The anticipated questions of a corpus in one language, as one more view of its passages. */
export interface QuestionIndex {
  readonly rows: readonly PlacedQuestion[];
  readonly vectors: VectorIndex;
  /** Rows of a passage. */
  rowsOf(passageId: string): readonly number[];
  /** The row that is this question word for word; case and punctuation do not matter. */
  wordForWord(text: string): PlacedQuestion | null;
  /** Passages by the words of all their questions; ties are broken by passage id. */
  search(query: string, k: number): LexicalHit[];
  /** Cosine of a row and a unit vector, within about 0.001. */
  similarity(row: number, vector: readonly number[]): number;
  /**
   * Reads a query once; the function gives the share of terms that a row has in common with it, weighted by how rare
   * they are among the questions: 0 to 1.
   */
  overlapWith(query: string): (row: number) => number;
  /** Share of a query's content terms that stand in none of them: 0 to 1. */
  unknownShare(query: string): number;
  /** Whether a row has a content term. */
  hasTerm(row: number, term: string): boolean;
  /** Whether a term stands in any of them. */
  known(term: string): boolean;
  /** What kind of thing a row asks for. */
  type(row: number): QuestionType;
}
