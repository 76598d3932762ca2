import { stemmer } from "@orama/stemmers/english";
import { stopwords } from "@orama/stopwords/english";
import { foldAccents } from "../../domain/fold-accents.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import { rememberTerms } from "./remembered-terms.ts";

/** Words that ask but do not tell: they frame questions, and match nothing useful in a text. */
const QUESTION_WORDS =
  "please tell say says said explain describe discuss mention mentions report reports chapter according give gives much many does did anything something know want us also vs etc per";

const TOKEN = /[\p{L}\p{M}]+|\d+(?:[.,]\d+)*|%/gu;
const POSSESSIVE = /['’]s\b/gu;
const DOTTED_ACRONYM = /\b(?:\p{Lu}\.){2,}/gu;
const UNITED_STATES = /\bunited\s+states(?:\s+of\s+america)?\b/giu;

/**
 * English terms: Porter stems (Porter 1980, from @orama/stemmers) without stop words (@orama/stopwords).
 * "U.S.", "US" and "United States" are one term; "100,000" is 100000; "%" is "percent".
 */
export function createEnglishAnalyzer(): Analyzer {
  const stop = new Set([...stopwords, ...QUESTION_WORDS.split(" ")].map(fold));
  const stems = new Map<string, string>();

  const term = (token: string): string | null => {
    if (token === "%") return "percent";
    if (/^\d/u.test(token)) return token.replaceAll(",", "");
    if (/^\p{Lu}{2,6}$/u.test(token)) return token.toLowerCase();
    const word = fold(token);
    if (word.length < 2 || stop.has(word)) return null;
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = stemmer(word);
      stems.set(word, stem);
    }
    return stem;
  };

  return {
    isStopWord: (word) => stop.has(fold(word)),
    terms: rememberTerms((text) => {
      const prepared = text
        .replace(UNITED_STATES, "US")
        .replace(DOTTED_ACRONYM, (acronym) => acronym.replaceAll(".", ""))
        .replace(POSSESSIVE, "");
      const out: string[] = [];
      for (const [token] of prepared.matchAll(TOKEN)) {
        const found = term(token);
        if (found !== null) out.push(found);
      }
      return out;
    }),
  };
}

function fold(word: string): string {
  return foldAccents(word.toLowerCase());
}
