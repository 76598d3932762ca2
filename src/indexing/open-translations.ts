import type { Corpus } from "../domain/corpus.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { LexicalHit } from "../ports/lexical-index.ts";
import type { QuestionLanguage } from "../ports/question-index.ts";
import type { QueryTranslation, Translations } from "../ports/translations.ts";
import { embeddingRows } from "./embedding-rows.ts";
import type { QuestionTable } from "./question-table.ts";
import type { TermTable } from "./term-table.ts";
import type { TranslationTable } from "./translation-table.ts";

export interface TranslationParts {
  readonly stored: TranslationTable;
  readonly table: QuestionTable;
  readonly terms: TermTable;
  readonly corpus: Corpus;
  readonly language: QuestionLanguage;
  /** Of the questions' language. */
  readonly analyzer: Analyzer;
}

/** One term of a query. */
interface Asked {
  /** t(term | source) by position in the texts' vocabulary. */
  readonly sources: readonly (readonly [source: number, t: number])[];
  /** Share of the questions that have it. */
  readonly base: number;
}

/** Puts the stored parts of the translations of one language together. */
export function openTranslations({
  stored,
  table,
  terms,
  corpus,
  language,
  analyzer,
}: TranslationParts): Translations {
  const position = new Map(table.vocabulary.map((term, at) => [term, at]));
  const own = new Map(terms.vocabulary.map((term, at) => [term, at]));
  const sameLanguage = language === corpus.meta.language;
  const frequency = new Float64Array(table.vocabulary.length);
  for (const row of table.terms) for (const at of row) frequency[at] = (frequency[at] ?? 0) + 1;
  const passageOf = embeddingRows(corpus).sentences.map(({ ref }) => ref.passageId);
  const texts = terms.sentences.map((row, at) => [
    ...new Set([...row, ...(terms.places[passageOf[at] ?? ""] ?? [])]),
  ]);
  const postings = new Map<number, number[]>();
  texts.forEach((row, at) => {
    for (const term of row) {
      const rows = postings.get(term);
      if (rows) rows.push(at);
      else postings.set(term, [at]);
    }
  });

  const ask = (term: string): Asked => {
    const at = position.get(term);
    const self = sameLanguage ? own.get(term) : undefined;
    const learnt = (at === undefined ? undefined : stored.sources[at]) ?? [];
    const sources = learnt.flatMap((from, i): [number, number][] =>
      from === self ? [] : [[from, stored.probabilities[at ?? 0]?.[i] ?? 0]],
    );
    if (self !== undefined) sources.push([self, 1]);
    const count = at === undefined ? 0 : (frequency[at] ?? 0);
    return { sources, base: (count + 0.5) / (table.rows.length + 1) };
  };

  return {
    read: (query): QueryTranslation => {
      const asked = [...new Set(analyzer.terms(query))].map(ask);
      const telling = asked.map(({ base }) => Math.log(1 / base));
      const total = telling.reduce((sum, value) => sum + value, 0) || 1;
      const weights = telling.map((value) => value / total);
      // What each term is missed by, sentence by sentence: worked out once for all of them.
      const missed = asked.map(({ sources }) => missedBy(sources));
      const ofSentence = (row: number): readonly number[] =>
        asked.map(({ base }, i) => lift(1 - (missed[i]?.[row] ?? 1), base));
      const meanings = (strength: number): string[][] =>
        asked.map(({ sources, base }) =>
          sources.flatMap(([from, t]) => (lift(t, base) >= strength ? [terms.vocabulary[from] ?? ""] : [])),
        );
      return { weights, ofSentence, meanings, search: (k) => search(k, asked, missed, weights) };
    },
  };

  /** For every sentence row, the chance that none of its terms makes one ask. */
  function missedBy(sources: Asked["sources"]): Float64Array {
    const missed = new Float64Array(texts.length).fill(1);
    for (const [from, t] of sources) {
      for (const row of postings.get(from) ?? []) missed[row] = (missed[row] ?? 1) * (1 - t);
    }
    return missed;
  }

  function search(
    k: number,
    asked: readonly Asked[],
    missed: readonly Float64Array[],
    weights: readonly number[],
  ): LexicalHit[] {
    const scores = new Map<string, number>();
    asked.forEach(({ base }, i) => {
      const rows = missed[i];
      const weight = weights[i] ?? 0;
      // The sentences of a passage stand together.
      for (let row = 0; row < texts.length;) {
        const id = passageOf[row] ?? "";
        let least = 1;
        for (; row < texts.length && passageOf[row] === id; row += 1)
          least = Math.min(least, rows?.[row] ?? 1);
        if (1 - least > base) scores.set(id, (scores.get(id) ?? 0) + lift(1 - least, base) * weight);
      }
    });
    return [...scores]
      .map(([passageId, score]) => ({ passageId, score }))
      .sort((a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1))
      .slice(0, k);
  }
}

/** Where a chance stands between what it is for any text (0) and certainty (1), on a logarithmic scale. */
function lift(chance: number, base: number): number {
  return chance <= base ? 0 : Math.log(chance / base) / Math.log(1 / base);
}
