import type { Analyzer } from "../../ports/analyzer.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { acronymsOf } from "../acronyms.ts";

/** Knows names in sentences, and whether a text has one. */
export interface Names {
  /** Words of a sentence that belong to names, as they stand. */
  in(sentence: string): string[];
  /** Those of `words` that a text does not have in some form: "Mexican" has "Mexico", an acronym what it stands for. */
  missing(words: readonly string[], text: string): string[];
}

const WORD = /\p{L}[\p{L}\p{N}]*(?:[.'’&-][\p{L}\p{N}]+)*\.?/gu;
const POSSESSIVE = /['’]s?$|\.$/u;
/** Names of one thing: when a text has one of them, it has all. Capitals stand for their governments. */
const SAME: readonly (readonly string[])[] = [
  ["us", "usa", "states", "american", "americans", "america", "washington", "united"],
  ["china", "beijing"],
  ["canada", "ottawa"],
  ["russia", "moscow"],
  ["mexico", "city"],
  ["covid", "coronavirus"],
];
/** First words of sentences that look like names and are none, though the report may not have them. */
const NO_NAME = /(?:ly|ing|ed|s|er|tion|ment|ness|ity)$/u;
const OPENERS: ReadonlySet<string> = new Set(
  "additionally furthermore moreover meanwhile notably overall likewise hence besides nonetheless nevertheless".split(
    " ",
  ),
);

/**
 * Names by their capitals. The first word of a sentence is one when the report never writes it small and it does not end as
 * common words do, or when a capital follows.
 */
export function createNames(index: Pick<SearchIndex, "corpus">, analyzer: Analyzer): Names {
  const small = smallWords(index);
  const acronyms = [...acronymsOf(index)].map(([letters, { longForm }]) => ({
    letters: fold(letters),
    words: longForm.split(/[\s-]+/u).map(fold),
  }));

  const isFirstName = (word: string, next: string | undefined): boolean => {
    const folded = fold(word);
    if (analyzer.isStopWord(folded) || small.has(folded)) return /^\p{Lu}{2,}/u.test(word);
    return !(NO_NAME.test(folded) || OPENERS.has(folded)) || /^\p{Lu}/u.test(next ?? "");
  };

  return {
    in: (sentence) => {
      const words = [...sentence.matchAll(WORD)].map((match) => match[0].replace(POSSESSIVE, ""));
      return words.filter((word, i) => {
        if (!/^\p{Lu}/u.test(word)) return false;
        return i === 0 ? isFirstName(word, words[1]) : word.length > 1;
      });
    },
    missing: (words, text) => {
      const has = formsOf(text, acronyms);
      return words.filter(
        (word) => !partsOf(word).every((part) => has.has(part) || has.has(stem(part)) || part === "era"),
      );
    },
  };
}

/** Words of the corpus, folded, that stand in small letters somewhere. */
function smallWords({ corpus }: Pick<SearchIndex, "corpus">): ReadonlySet<string> {
  const words = corpus.passages.flatMap(({ text }) => [...text.matchAll(WORD)].map(([word]) => word));
  return new Set(
    words.filter((word) => /^\p{Ll}/u.test(word)).map((word) => fold(word.replace(POSSESSIVE, ""))),
  );
}

/** The words of a text and the forms that they stand for. */
function formsOf(
  text: string,
  acronyms: readonly { readonly letters: string; readonly words: readonly string[] }[],
): ReadonlySet<string> {
  const words = [...text.matchAll(WORD)].map((match) => match[0].replace(POSSESSIVE, ""));
  const forms = new Set(words.flatMap(partsOf));
  for (const word of words)
    if (/^\p{Lu}/u.test(word)) for (const part of partsOf(word)) forms.add(stem(part));
  for (const { letters, words: spelt } of acronyms) {
    const shortened = forms.has(letters) || forms.has(`${letters}s`);
    if (shortened) for (const word of spelt) forms.add(word);
    if (shortened || isNamed(spelt, forms)) forms.add(letters).add(`${letters}s`);
  }
  for (const same of SAME) {
    // "united" and "city" alone name nothing.
    if (same.some((form) => form !== "united" && form !== "city" && forms.has(form))) {
      for (const form of same) forms.add(form).add(stem(form));
    }
  }
  return forms;
}

/** Whether a text has what an acronym stands for: all of it, or half of it with its last word ("López Obrador"). */
function isNamed(spelt: readonly string[], forms: ReadonlySet<string>): boolean {
  const found = spelt.filter((word) => forms.has(word)).length;
  return found === spelt.length || (found * 2 >= spelt.length && forms.has(spelt.at(-1) ?? ""));
}

/** The folded words of a word with hyphens; letters with full stops are one ("U.S."). */
function partsOf(word: string): string[] {
  return word.split("-").map(fold);
}

/** In small letters without accents, full stops and possessive. */
function fold(word: string): string {
  return word
    .replace(/['’]s?$/u, "")
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}

/** A country and its people end alike: "mexic". Short words have no stem. */
function stem(word: string): string {
  const cut = word.replace(/(?:ese|ians?|eans?|ans?|ns?|s)$/u, "").replace(/[aeiou]$/u, "");
  return cut.length < 4 ? word : cut;
}
