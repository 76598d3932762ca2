import { LRUCache } from "lru-cache";

/** Texts that are read again while a question is answered: the question, its parts and its names. */
const TEXTS = 16;

/** The same terms of the same texts: every view of a question reads it anew. */
export function rememberTerms(terms: (text: string) => readonly string[]): (text: string) => string[] {
  const known = new LRUCache<string, readonly string[]>({ max: TEXTS });
  return (text) => {
    const before = known.get(text);
    if (before) return [...before];
    const found = terms(text);
    known.set(text, found);
    return [...found];
  };
}
