import type { Corpus } from "../domain/corpus.ts";
import { foldAccents } from "../domain/fold-accents.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { quoteSentences, textOfSentence } from "./cite.ts";
import type { Draft } from "./draft.ts";

/** "Who is Ann Lee?", and nothing more. */
const WHO_IS =
  /^\W*(?:who(?:['’]s| is| was)|qui[eé]n (?:es|era|fue))\s+(?<name>\p{L}[\p{L}'’-]*(?:\.? \p{L}[\p{L}'’-]*){0,4})\W*$/iu;

/** Offices and callings, in small letters, as alternatives of a pattern. */
export const ROLES =
  "president|minister|secretary|ambassador|general|governor|senator|representative|congressman|congresswoman|director|chief|chairman|chairwoman|chair|leader|head|commissioner|attorney|judge|justice|negotiator|czar|candidate|king|queen|pope|mayor|founder|professor|agent|adviser|advisor|economist|envoy";
const ROLE = `(?:${capitalOrNot(ROLES)})`;
const NAMES = String.raw`(?:\p{Lu}[\p{L}.'’“”"-]*\s+){0,3}`;
const WORDS = String.raw`(?:[\p{L}.'’-]+ ){0,5}`;

/**
 * The first sentence that tells who somebody is, by a role right before the name ("Foreign Secretary Ann Lee") or behind it
 * ("Ann Lee, a former judge"). Null when the question asks for something else, or no sentence does.
 */
export function introduction(question: string, { corpus }: Pick<SearchIndex, "corpus">): Draft | null {
  const asked = WHO_IS.exec(question)?.groups?.["name"];
  if (asked === undefined) return null;
  const name = foldAccents(asked).replace(
    /\p{L}/gu,
    (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`,
  );
  const introduced = new RegExp(
    String.raw`\b${ROLE}\s+${NAMES}${name}\b|\b${name}(?: \([^)]*\))?, ${WORDS}${ROLE}\b`,
    "u",
  );
  return sentenceWith(introduced, corpus);
}

/** The first sentence of prose in which a pattern is found, accents aside. */
export function sentenceWith(pattern: RegExp, corpus: Corpus): Draft | null {
  for (const passage of corpus.passages) {
    if (passage.kind !== "prose") continue;
    for (const sentence of passage.sentences.keys()) {
      if (pattern.test(foldAccents(textOfSentence(passage, sentence))))
        return { parts: [quoteSentences(passage, sentence, sentence)], notices: [] };
    }
  }
  return null;
}

/** Words of a pattern, with a capital or without: nothing else may have one, for capitals tell names from words. */
export function capitalOrNot(words: string): string {
  return words.replace(/\b\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
