import type { Passage } from "../domain/passage.ts";
import type { Question, QuestionType } from "../domain/question.ts";
import type { UnansweredMatch } from "./unanswered-questions.ts";

/** An anticipated question beside the one asked. */
export interface AnticipatedMatch {
  /** Its row in the index of the question's language. */
  readonly row: number;
  /** Sentences of the passage that answer it. */
  readonly sentences: readonly number[];
  readonly type: QuestionType;
  /** Cosine of the two questions. */
  readonly similarity: number;
  /** Share of their words that they have in common, weighted by rarity: 0 to 1. */
  readonly overlap: number;
  /** The mean of the two. */
  readonly likeness: number;
}

/** How much of a question, by the rarity of its terms, would be asked of a text, 0 to 1 each. */
export interface Explained {
  /** Sentence by sentence. */
  readonly sentences: readonly number[];
  /** By the passage as a whole: each term by the sentence that explains it best. */
  readonly passage: number;
  /** Only of the question's rarest term. */
  readonly rarest: number;
}

/** A passage found for a question, with what each view said of it. */
export interface Candidate {
  readonly passage: Passage;
  /** Score relative to the best candidate, 0 to 1. */
  readonly score: number;
  /** Probability that the passage holds the answer; 0 where nothing reranks. */
  readonly probability: number;
  /** BM25 score, 0 when the view did not find it. */
  readonly lexical: number;
  /** BM25 score of its anticipated questions, 0 when the view did not find it. */
  readonly questionWords: number;
  /** Cosines of its sentences and the question; only where it is reranked. */
  readonly similarities: readonly number[];
  /** What its words would make one ask of the question's terms; null where that is not known or not looked at. */
  readonly explained: Explained | null;
  /** 1-based rank in each view that found it. */
  readonly ranks: Readonly<Record<string, number>>;
  /** How near it stands to what was quoted just before in the conversation, 0 to 1. */
  readonly closeness: number;
  /** Its anticipated questions in the language of the question, the likest first; only where it is reranked. */
  readonly anticipated: readonly AnticipatedMatch[];
}

export interface Retrieval {
  /** Unit vector of the question, with what was said before it. */
  readonly vector: readonly number[];
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The likest of those questions that were written next to the candidates and are not answered, the likest first. */
  readonly unanswered: readonly UnansweredMatch[];
  /** Milliseconds spent encoding the question. */
  readonly encodeMs: number;
}

export interface RetrieveOptions {
  readonly signal?: AbortSignal | undefined;
  /** Passages, by id, that were quoted just before: what a follow-up asks for often stands beside them. */
  readonly quoted?: readonly string[];
  /** What was said just before, which the encoder reads behind the question. */
  readonly said?: string;
}

/** Finds the passages that may answer a question. */
export interface Retriever {
  retrieve(question: Question, options?: RetrieveOptions): Promise<Retrieval>;
}
