/** Turns text into index terms; the same analyzer serves indexing and queries. */
export interface Analyzer {
  /** Content terms in text order: lower case, accents folded, stop words out, stemmed. */
  terms(text: string): string[];
  /** Whether a lower-case word says nothing about the topic. */
  isStopWord(word: string): boolean;
}
