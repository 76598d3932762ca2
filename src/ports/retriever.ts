import type { Passage } from "../domain/passage.ts";
import type { Question } from "../domain/question.ts";

/** A passage found for a question, with what each view said of it. */
export interface Candidate {
  readonly passage: Passage;
  /** Fused score relative to the best candidate, 0 to 1. */
  readonly score: number;
  /** BM25 score, 0 when the view did not find it. */
  readonly lexical: number;
  /** 1-based rank in each view that found it. */
  readonly ranks: Readonly<Record<string, number>>;
}

export interface Retrieval {
  /** Unit vector of the question. */
  readonly vector: readonly number[];
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Milliseconds spent encoding the question. */
  readonly encodeMs: number;
}

/** Finds the passages that may answer a question. */
export interface Retriever {
  retrieve(question: Question, signal?: AbortSignal): Promise<Retrieval>;
}
