import type MiniSearch from "minisearch";
import type { SearchOptions } from "minisearch";
import { flatLists } from "../../domain/flat-lists.ts";
import { kthGreatest } from "../../domain/kth-greatest.ts";
import type { LexicalHit } from "../../ports/lexical-index.ts";

/** Searches passages by terms, the best first; ties are broken by passage id. */
export type TermSearch = (terms: readonly string[], k: number) => LexicalHit[];

/**
 * Asks an index once what each term of a vocabulary adds to the score of each passage, so that a search only adds up and the
 * index itself can be let go. A passage's score is the sum over the terms, times how many different ones it has, as
 * MiniSearch has it for terms combined with OR.
 */
export function readTermScores<T>(
  index: MiniSearch<T>,
  vocabulary: Iterable<string>,
  options: Pick<SearchOptions, "boost" | "bm25">,
): TermSearch {
  const passages: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (passageId: string): number => {
    const place = places.get(passageId) ?? passages.length;
    if (place === passages.length) {
      places.set(passageId, place);
      passages.push(passageId);
    }
    return place;
  };
  const termPlaces = new Map<string, number>();
  const holders: number[][] = [];
  const all: number[] = [];
  for (const term of vocabulary) {
    if (termPlaces.has(term)) continue;
    const hits = index.search(term, { ...options, tokenize: (only) => [only] });
    termPlaces.set(term, holders.length);
    holders.push(hits.map(({ id }) => placeOf(String(id))));
    for (const { score } of hits) all.push(score);
  }
  const [lists, values] = [flatLists(holders), Float64Array.from(all)];

  return (terms, k) => {
    if (k < 1) return [];
    const scores = new Float64Array(passages.length);
    const matched = new Uint8Array(passages.length);
    terms.forEach((term, i) => {
      const at = termPlaces.get(term);
      if (at === undefined) return;
      const isNew = terms.indexOf(term) === i ? 1 : 0;
      for (let from = lists.start(at), to = lists.start(at + 1); from < to; from += 1) {
        const place = lists.values[from] ?? 0;
        scores[place] = (scores[place] ?? 0) + (values[from] ?? 0);
        matched[place] = (matched[place] ?? 0) + isNew;
      }
    });
    for (let place = 0; place < scores.length; place += 1) {
      scores[place] = (scores[place] ?? 0) * (matched[place] ?? 0);
    }
    const least = kthGreatest(scores, k);
    const found: LexicalHit[] = [];
    scores.forEach((score, place) => {
      if (score > 0 && score >= least) found.push({ passageId: passages[place] ?? "", score });
    });
    return found.sort((a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1)).slice(0, k);
  };
}
