import type { Corpus } from "../domain/corpus.ts";
import type { Passage } from "../domain/passage.ts";
import type { QuestionIndex, QuestionLanguage } from "./question-index.ts";
import type { LexicalIndex } from "./lexical-index.ts";
import type { Translations } from "./translations.ts";
import type { UnansweredQuestions } from "./unanswered-questions.ts";
import type { VectorIndex } from "./vector-index.ts";

/** A sentence of a passage, by its position there. */
export interface SentenceRef {
  readonly passageId: string;
  readonly sentence: number;
}

/** Term statistics over content passages. */
export interface TermStatistics {
  /** Inverse document frequency, ln(1 + (N - df + 0.5) / (df + 0.5)); unknown terms get the highest. */
  idf(term: string): number;
  /** Terms of one sentence row, in text order. */
  ofSentence(row: number): readonly string[];
  /** The same without order and repeats. */
  setOfSentence(row: number): ReadonlySet<string>;
  /** Terms of the words that place a passage: chapter title, headings, lead-in, caption. */
  ofPlace(passageId: string): ReadonlySet<string>;
  known(term: string): boolean;
}

/** Everything retrieval and composing read: a loaded index. */
export interface SearchIndex {
  /** Content hash of the build. */
  readonly id: string;
  readonly encoderId: string;
  readonly corpus: Corpus;
  passage(id: string): Passage | undefined;
  /** A question of the texts' own language as they would write it, for the encoder. */
  recased(question: string): string;
  /** Whether the texts usually write a word, in whatever case it is given, with a capital. */
  isName(word: string): boolean;
  /** Whether the texts use a word, in whatever case it is given, in somebody's name. */
  isPerson(word: string): boolean;
  /** A text that people typed, with its misspelt words put right as far as the texts tell. */
  respelled(text: string, language: QuestionLanguage): string;
  readonly lexical: LexicalIndex;
  readonly sentences: {
    readonly index: VectorIndex;
    readonly rows: readonly SentenceRef[];
    /** Plain text of a row. */
    text(row: number): string;
    /** Row of a passage's first sentence; its others follow. */
    firstRow(passageId: string): number | undefined;
    /** Cosine of a sentence row and a unit vector. */
    similarity(row: number, vector: readonly number[]): number;
  };
  readonly passages: {
    readonly index: VectorIndex;
    readonly rows: readonly string[];
  };
  readonly terms: TermStatistics;
  /** Anticipated questions of a language; null where a corpus has none. */
  questions(language: QuestionLanguage): QuestionIndex | null;
  /** What their terms mean in the texts' own; null where a corpus has none. */
  translations(language: QuestionLanguage): Translations | null;
  /** Questions on its subjects that the corpus does not answer; null where there are none. */
  unanswered(language: QuestionLanguage): UnansweredQuestions | null;
}
