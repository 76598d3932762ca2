import MiniSearch, { type Options } from "minisearch";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { LexicalHit, LexicalIndex } from "../../ports/lexical-index.ts";

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

/** MiniSearch behind the lexical port. A term the corpus does not know is matched to its nearest spelling. */
export function createMiniSearchIndex(
  index: MiniSearch<LexicalDocument>,
  knownTerms: ReadonlySet<string>,
  settings: Bm25Settings,
): LexicalIndex {
  return {
    nearestTerm: (term) => {
      if (term.length < 5 || /\d/u.test(term)) return null;
      const [best] = index.search(term, { fuzzy: 0.2 });
      return best?.terms[0] ?? null;
    },
    search: (query, k): LexicalHit[] => {
      const hits = index.search(query, {
        boost: { text: 1, context: settings.contextBoost },
        bm25: { k: settings.k, b: settings.b, d: 0.5 },
        fuzzy: (term) => (knownTerms.has(term) || term.length < 5 ? false : 0.2),
        combineWith: "OR",
      });
      return hits
        .map((hit) => ({ passageId: String(hit.id), score: hit.score }))
        .sort((a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1))
        .slice(0, k);
    },
  };
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
