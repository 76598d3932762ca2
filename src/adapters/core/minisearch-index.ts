import MiniSearch, { type Options } from "minisearch";
import { commonTerms, type QuestionTable, type TermTable } from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { LexicalHit, LexicalIndex } from "../../ports/lexical-index.ts";
import { nearestTerms } from "./nearest-term.ts";
import { readTermScores } from "./term-scores.ts";

/** What is searched of one passage: its own words, and the words around it. */
export interface LexicalDocument {
  readonly passageId: string;
  readonly text: string;
  /** Headings, captions, lead-ins, chapter title. */
  readonly context: string;
}

export interface Bm25Settings {
  /** Term frequency saturation and length normalisation (Robertson & Zaragoza 2009). */
  readonly k: number;
  readonly b: number;
  /** Weight of a match in `context` relative to one in `text`. */
  readonly contextBoost: number;
}

/** Weight of a term that was not written so: what MiniSearch gives a fuzzy match. */
const GUESSED = 0.45;

/** Builds a BM25 index. Serialise with `JSON.stringify(index.toJSON())`. */
export function buildMiniSearch(
  documents: readonly LexicalDocument[],
  analyzer: Analyzer,
): MiniSearch<LexicalDocument> {
  const index = new MiniSearch<LexicalDocument>(options(analyzer));
  index.addAll(documents);
  return index;
}

/** Reads an index that was built with the same analyzer. */
export function loadMiniSearch(json: string, analyzer: Analyzer): MiniSearch<LexicalDocument> {
  return MiniSearch.loadJSON<LexicalDocument>(json, options(analyzer));
}

export interface LexicalTools {
  readonly analyzer: Analyzer;
  readonly terms: TermTable;
  /** Anticipated questions in the corpus's language: their words are spelt as they should be, too. */
  readonly questions: QuestionTable | null;
  readonly settings: Bm25Settings;
}

/** MiniSearch behind the lexical port. A term that is not known is matched to its nearest spelling. */
export function createMiniSearchIndex(
  index: MiniSearch<LexicalDocument>,
  { analyzer, terms, questions, settings }: LexicalTools,
): LexicalIndex {
  const known = new Set([...terms.vocabulary, ...(questions?.vocabulary ?? [])]);
  const common = commonTerms(terms);
  const nearestTerm = nearestTerms(
    terms.vocabulary.map((term, at) => [term, terms.passageFrequency[at] ?? 0]),
  );
  const search = readTermScores(index, terms.vocabulary, {
    boost: { text: 1, context: settings.contextBoost },
    bm25: { k: settings.k, b: settings.b, d: 0.5 },
  });
  return {
    nearestTerm,
    search: (query, k): LexicalHit[] =>
      searchTelling(analyzer.terms(query), common, (asked) => {
        const repaired = new Set<string>();
        const repair = (term: string): string => {
          const near = known.has(term) ? null : nearestTerm(term);
          if (near !== null) repaired.add(near);
          return near ?? term;
        };
        return search(asked.map(repair), k, (term) => (repaired.has(term) ? GUESSED : 1));
      }),
  };
}

/**
 * Searches without the terms that stand in a great part of the documents ("Mexico"): they tell none from another and
 * cost most of a search. When the others find nothing, all are searched for.
 */
export function searchTelling(
  terms: readonly string[],
  common: ReadonlySet<string>,
  search: (terms: readonly string[]) => LexicalHit[],
): LexicalHit[] {
  const telling = search(terms.filter((term) => !common.has(term)));
  return telling.length > 0 ? telling : search(terms);
}

function options(analyzer: Analyzer): Options<LexicalDocument> {
  return {
    idField: "passageId",
    fields: ["text", "context"],
    tokenize: (text) => analyzer.terms(text),
    // Terms are final when they leave the analyzer.
    processTerm: (term) => term,
  };
}
