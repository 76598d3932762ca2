import { firstAtLeast, fnv1a } from "./hash.ts";

/** The hashes of words, ascending and without repeats: four bytes a word, of which one in 100,000 unknown ones is taken for known. */
export function hashWords(words: Iterable<string>): Uint32Array {
  return Uint32Array.from(new Set(Array.from(words, fnv1a))).sort();
}

/** Whether a word is among hashed ones. */
export function hasWord(hashes: Uint32Array, word: string): boolean {
  const hash = fnv1a(word);
  return hashes[firstAtLeast(hashes, hash)] === hash;
}
