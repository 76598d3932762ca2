import { kthGreatest } from "../domain/kth-greatest.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { LexicalHit } from "../ports/lexical-index.ts";
import type { QuestionLanguage } from "../ports/question-index.ts";
import type { QueryTranslation, Translations } from "../ports/translations.ts";
import { termFrequencies, type QuestionTable } from "./question-table.ts";
import {
  impactsOn,
  impactsOf,
  impactTable,
  lift,
  type TermImpacts,
  type TermSources,
} from "./term-impacts.ts";
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
interface Asked extends TermSources {
  readonly impacts: TermImpacts;
}

/** Puts the stored parts of the translations of one language together. */
export function openTranslations({
  stored,
  table,
  texts,
  language,
  analyzer,
}: TranslationParts): Translations {
  const { vocabulary, passages } = texts;
  const frequency = termFrequencies(table);
  const questions = table.rows.length;
  const impacts = impactsOf(texts);
  const sourcesOf = (term: string, at = -1): TermSources => ({
    sources: stored.sources[at] ?? [],
    probabilities: stored.probabilities[at] ?? [],
    self: language === texts.language ? texts.position.get(term) : undefined,
    base: ((frequency[at] ?? 0) + 0.5) / (questions + 1),
  });
  // A question only adds up what is known of its terms: worked out once for all that were ever asked.
  const position = new Map(table.vocabulary.map((term, at) => [term, at]));
  const impactsAt = impactTable(
    (function* () {
      for (const [term, at] of position) yield impacts(sourcesOf(term, at));
    })(),
  );
  const readTerm = (term: string): Asked => {
    const at = position.get(term);
    const sources = sourcesOf(term, at);
    return { ...sources, impacts: at === undefined ? impacts(sources) : impactsAt(at) };
  };

  const search = (k: number, asked: readonly Asked[], weights: readonly number[]): LexicalHit[] => {
    const scores = new Float64Array(passages.length);
    asked.forEach(({ impacts: term }, i) => {
      const weight = weights[i] ?? 0;
      for (let j = term.ofPassages.start; j < term.ofPassages.end; j += 1) {
        const at = term.passages[j] ?? 0;
        scores[at] = (scores[at] ?? 0) + (term.best[j] ?? 0) * weight;
      }
    });
    // Only what is as good as the k-th is put in order.
    const least = kthGreatest(scores, k);
    const found: LexicalHit[] = [];
    scores.forEach((score, at) => {
      if (score > 0 && score >= least) found.push({ passageId: passages[at] ?? "", score });
    });
    return found.sort((a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1)).slice(0, k);
  };

  return {
    read: (query): QueryTranslation => {
      const asked = [...new Set(analyzer.terms(query))].map(readTerm);
      const telling = asked.map(({ base }) => Math.log(1 / base));
      const total = telling.reduce((sum, value) => sum + value, 0) || 1;
      const weights = telling.map((value) => value / total);
      const meanings = (strength: number): string[][] =>
        asked.map(({ sources, probabilities, self, base }) => {
          const meant = sources.filter((_, i) => lift(probabilities[i] ?? 0, base) >= strength);
          return [...new Set(self === undefined ? meant : [...meant, self])].map(
            (from) => vocabulary[from] ?? "",
          );
        });
      return {
        weights,
        ofSentence: (row) => asked.map((term) => impactsOn(term.impacts, row, 1)[0] ?? 0),
        ofSentences: (first, count) => {
          const impacts = asked.map((term) => impactsOn(term.impacts, first, count));
          return Array.from({ length: count }, (_, i) => impacts.map((own) => own[i] ?? 0));
        },
        meanings,
        search: (k) => search(k, asked, weights),
      };
    },
  };
}
