import type { StoredAnswer } from "../domain/stored-answer.ts";

/** Remembers conversations. An id that is not known tells nothing: it is as if it had never been. */
export interface Conversations {
  /** Its answers, oldest first; null when there is no such conversation. */
  answers(id: string): Promise<readonly StoredAnswer[] | null>;
  /** Starts a conversation with its first answer. */
  begin(id: string, first: StoredAnswer): Promise<void>;
  /**
   * Adds an answer at the end; the oldest beyond what a conversation may hold are left out. A conversation that has been
   * removed meanwhile stays removed.
   */
  append(id: string, answer: StoredAnswer): Promise<void>;
  remove(id: string): Promise<void>;
  /** The answer of an id, of whatever conversation; null when it is not known. */
  answer(answerId: string): Promise<StoredAnswer | null>;
  /** Answers that said the report is silent, oldest first. */
  unanswered(): Promise<readonly StoredAnswer[]>;
  /** Removes conversations whose last answer is from before `before` (milliseconds since 1970), and the oldest beyond `most`. */
  expire(before: number, most: number): Promise<void>;
}
