import MiniSearch, { type Options } from "minisearch";
import { commonTerms, type TermTable } from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { LexicalHit, LexicalIndex } from "../../ports/lexical-index.ts";
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
  readonly settings: Bm25Settings;
}

/** MiniSearch behind the lexical port. */
export function createMiniSearchIndex(
  index: MiniSearch<LexicalDocument>,
  { analyzer, terms, settings }: LexicalTools,
): LexicalIndex {
  const common = commonTerms(terms);
  const search = readTermScores(index, terms.vocabulary, {
    boost: { text: 1, context: settings.contextBoost },
    bm25: { k: settings.k, b: settings.b, d: 0.5 },
  });
  return {
    search: (query, k): LexicalHit[] =>
      searchTelling(analyzer.terms(query), common, (asked) => search(asked, k)),
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
