import type { Analyzer } from "../ports/analyzer.ts";
import type { LexicalHit } from "../ports/lexical-index.ts";
import type { QuestionLanguage } from "../ports/question-index.ts";
import type { QueryTranslation, Translations } from "../ports/translations.ts";
import { termFrequencies, type QuestionTable } from "./question-table.ts";
import type { TranslatedTexts } from "./translated-texts.ts";
import type { TranslationTable } from "./translation-table.ts";

export interface TranslationParts {
  readonly stored: TranslationTable;
  readonly table: QuestionTable;
  readonly texts: TranslatedTexts;
  readonly language: QuestionLanguage;
  /** Of the questions' language. */
  readonly analyzer: Analyzer;
}

/** One term of a query. */
interface Asked {
  /** Positions in the texts' vocabulary, and t(term | source) of each. */
  readonly sources: readonly number[];
  readonly probabilities: readonly number[];
  /** Its own position there, where both are of one language: of itself a term is certain. */
  readonly self: number | undefined;
  /** Share of the questions that have it. */
  readonly base: number;
}

const NONE: readonly number[] = [];

/** Puts the stored parts of the translations of one language together. */
export function openTranslations({
  stored,
  table,
  texts,
  language,
  analyzer,
}: TranslationParts): Translations {
  const { vocabulary, postings, passages, passageAt } = texts;
  const position = new Map(table.vocabulary.map((term, at) => [term, at]));
  const frequency = termFrequencies(table);

  const ask = (term: string): Asked => {
    const at = position.get(term) ?? -1;
    return {
      sources: stored.sources[at] ?? NONE,
      probabilities: stored.probabilities[at] ?? NONE,
      self: language === texts.language ? texts.position.get(term) : undefined,
      base: ((frequency[at] ?? 0) + 0.5) / (table.rows.length + 1),
    };
  };

  return {
    read: (query): QueryTranslation => {
      const asked = [...new Set(analyzer.terms(query))].map(ask);
      const telling = asked.map(({ base }) => Math.log(1 / base));
      const total = telling.reduce((sum, value) => sum + value, 0) || 1;
      const weights = telling.map((value) => value / total);
      // What each term is missed by, sentence by sentence: worked out once for all of them.
      const missed = asked.map(missedBy);
      const ofSentence = (row: number): readonly number[] =>
        asked.map(({ base }, i) => lift(1 - (missed[i]?.[row] ?? 1), base));
      const meanings = (strength: number): string[][] =>
        asked.map(({ sources, probabilities, self, base }) => {
          const meant = sources.filter((_, i) => lift(probabilities[i] ?? 0, base) >= strength);
          return [...new Set(self === undefined ? meant : [...meant, self])].map(
            (from) => vocabulary[from] ?? "",
          );
        });
      return { weights, ofSentence, meanings, search: (k) => search(k, asked, missed, weights) };
    },
  };

  /** For every sentence row, the chance that none of its terms makes one ask. */
  function missedBy({ sources, probabilities, self }: Asked): Float64Array {
    const missed = new Float64Array(texts.rows).fill(1);
    for (let i = 0; i < sources.length; i += 1) {
      const left = 1 - (probabilities[i] ?? 0);
      for (const row of postings.get(sources[i] ?? -1) ?? NONE) missed[row] = (missed[row] ?? 1) * left;
    }
    for (const row of self === undefined ? NONE : (postings.get(self) ?? NONE)) missed[row] = 0;
    return missed;
  }

  function search(
    k: number,
    asked: readonly Asked[],
    missed: readonly Float64Array[],
    weights: readonly number[],
  ): LexicalHit[] {
    const scores = new Float64Array(passages.length);
    asked.forEach(({ base }, i) => {
      const least = new Float64Array(passages.length).fill(1);
      missed[i]?.forEach((value, row) => {
        const at = passageAt[row] ?? 0;
        if (value < (least[at] ?? 1)) least[at] = value;
      });
      const weight = weights[i] ?? 0;
      least.forEach((value, at) => {
        if (1 - value > base) scores[at] = (scores[at] ?? 0) + lift(1 - value, base) * weight;
      });
    });
    return passages
      .map((passageId, at) => ({ passageId, score: scores[at] ?? 0 }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1))
      .slice(0, k);
  }
}

/** Where a chance stands between what it is for any text (0) and certainty (1), on a logarithmic scale. */
function lift(chance: number, base: number): number {
  return chance <= base ? 0 : Math.log(chance / base) / Math.log(1 / base);
}
