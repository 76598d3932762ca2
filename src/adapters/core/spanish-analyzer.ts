import { stemmer } from "@orama/stemmers/spanish";
import { stopwords } from "@orama/stopwords/spanish";
import { foldAccents } from "../../domain/fold-accents.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import { rememberTerms } from "./remembered-terms.ts";

/** Words that ask but do not tell. */
const QUESTION_WORDS =
  "qué cuál cuáles cuánto cuánta cuántos cuántas quién quiénes dónde cuándo cómo por según informe capítulo dice dicen decir explica explicar hay hubo hace hizo";

const TOKEN = /[\p{L}\p{M}]+|\d+(?:[.,]\d+)*/gu;
const DOTTED = /\b(?:\p{Lu}{1,2}\.\s?){2,}/gu;
const UNITED_STATES = /\bestados\s+unidos\b|\bEE\.?\s?UU\.?|\bEUA\b/giu;

/**
 * Spanish terms: Snowball stems (from @orama/stemmers) without stop words (@orama/stopwords), accents folded after
 * stemming, since people leave them out. "EE.UU.", "EUA" and "Estados Unidos" are one term.
 */
export function createSpanishAnalyzer(): Analyzer {
  const stop = new Set([...stopwords, ...QUESTION_WORDS.split(" ")].map(fold));
  return {
    isStopWord: (word) => stop.has(fold(word)),
    terms: rememberTerms((text) =>
      [...text.replace(UNITED_STATES, "EEUU").replace(DOTTED, undotted).matchAll(TOKEN)].flatMap(
        ([token]) => {
          if (/^\d/u.test(token)) return [token.replaceAll(",", "")];
          const word = fold(token);
          return word.length < 2 || stop.has(word) ? [] : [fold(stemmer(word))];
        },
      ),
    ),
  };
}

function undotted(acronym: string): string {
  return `${acronym.replace(/[.\s]/gu, "")} `;
}

function fold(word: string): string {
  return foldAccents(word.toLowerCase());
}
