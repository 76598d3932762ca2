import { hasWord } from "../../domain/hashed-words.ts";
import { capitalise } from "../../domain/words.ts";
import { usualForms } from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import { isSwapped, nearestWords } from "./nearest-word.ts";

/** A text with its misspelt words put right. */
export type Respell = (text: string) => string;

export interface RespellSources {
  /** Texts that are spelt as they should be. */
  readonly sentences: readonly string[];
  /** Questions that people typed: a word that only one of them has may be misspelt itself. */
  readonly questions: ReadonlySet<string>;
  readonly analyzer: Analyzer;
  /** Hashed terms of a dictionary. */
  readonly dictionary: Uint32Array;
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** What many type without an apostrophe. */
const CONTRACTED =
  /^(?:(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|must)nt|(?:that|what|who|how|where|why|here|there|let|it|he|she)s|(?:they|you|we)(?:re|ve|ll))$/u;

/** Uses from which a word is taken for one of the language. */
const USED = 2;

/**
 * Learns from a corpus and what is asked of it how words are spelt. A word that neither they nor the dictionary have, in
 * this or another form, is replaced by the likest of their words, if one is near. Names are only taken for names, and
 * acronyms left as they are: most of what is unknown there is somebody that the corpus does not speak of.
 */
export function createRespell({ sentences, questions, analyzer, dictionary }: RespellSources): Respell {
  const uses = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (const [word] of text.matchAll(WORD)) {
      const small = word.toLowerCase();
      uses.set(small, (uses.get(small) ?? 0) + weight);
    }
  };
  for (const text of sentences) count(text, USED);
  for (const text of questions) count(text, 1);
  const words = [...uses].filter(([, times]) => times >= USED);
  const known = new Set(words.flatMap(([word]) => analyzer.terms(word)));
  const nearest = nearestWords(words);
  const written = usualForms(sentences);

  const isKnown = (word: string): boolean => {
    if ((uses.get(word) ?? 0) >= USED || CONTRACTED.test(word)) return true;
    const terms = analyzer.terms(word);
    return terms.every((term) => known.has(term) || hasWord(dictionary, term));
  };

  return (text) =>
    text.replace(WORD, (word: string, at: number) => {
      const small = word.toLowerCase();
      const negated = small.endsWith("n") && /^['’]t(?!\p{L})/u.test(text.slice(at + word.length));
      if (negated || /\p{Lu}/u.test(word.slice(1)) || isKnown(small)) return word;
      const near = nearest(small);
      if (near === null || (written.has(near) && isAnother(small, near))) return word;
      if (word === small) return near;
      // The first word of a text has its capital from where it stands.
      return at === 0 || written.has(near) ? (written.get(near) ?? capitalise(near)) : word;
    });
}

/** Whether a name has another letter in a place: "Morena" is nobody's slip for "Moreno". */
function isAnother(name: string, near: string): boolean {
  return name.length === near.length && !isSwapped(name, near);
}
