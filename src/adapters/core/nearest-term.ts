import { distance } from "fastest-levenshtein";

/** A known term and how many passages have it. */
export type KnownTerm = readonly [term: string, passages: number];

const SHORTEST = 5;
/** Edits that a misspelling takes, by the length of the term. */
const EDITS_PER_LETTER = 0.2;
const MOST_EDITS = 2;

/**
 * Finds the known term that an unknown one misspells: of those that begin with the same letter the one with the fewest
 * edits (Levenshtein 1966) between; then the more frequent, then the first by code units. None for short terms and
 * for figures.
 */
export function nearestTerms(known: readonly KnownTerm[]): (term: string) => string | null {
  const byStart = new Map<string, KnownTerm[]>();
  for (const entry of known) {
    const [start = ""] = entry[0];
    const own = byStart.get(start);
    if (own) own.push(entry);
    else byStart.set(start, [entry]);
  }
  return (term) => {
    if (term.length < SHORTEST || /\d/u.test(term)) return null;
    let best: { readonly edits: number; readonly entry: KnownTerm } | null = null;
    const most = Math.min(MOST_EDITS, Math.round(term.length * EDITS_PER_LETTER));
    for (const entry of byStart.get(term[0] ?? "") ?? []) {
      if (Math.abs(entry[0].length - term.length) > most) continue;
      const edits = distance(term, entry[0]);
      if (
        edits <= most &&
        (best === null || edits < best.edits || (edits === best.edits && before(entry, best.entry)))
      ) {
        best = { edits, entry };
      }
    }
    return best?.entry[0] ?? null;
  };
}

function before([term, passages]: KnownTerm, [other, others]: KnownTerm): boolean {
  return passages === others ? term < other : passages > others;
}
