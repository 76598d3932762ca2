import { distance } from "fastest-levenshtein";

/** A word that is known to be spelt so, and how often it is. */
export type KnownWord = readonly [word: string, uses: number];

/** Shorter words are like too many others, but for two letters in each other's place. */
const SHORTEST = 5;
const SHORTEST_SWAPPED = 4;
/** Letters from which a word may be misspelt twice. */
const LONG = 10;

/**
 * Finds the known word that an unknown one misspells: of those that begin with the same letter the one with the fewest
 * edits between (Levenshtein 1966; two neighbours in each other's place are one edit: Damerau 1964); then the more
 * frequent, then the first by code units. None for short words.
 */
export function nearestWords(known: readonly KnownWord[]): (word: string) => string | null {
  const byStart = new Map<string, KnownWord[]>();
  for (const entry of known) {
    const [start = ""] = entry[0];
    const own = byStart.get(start);
    if (own) own.push(entry);
    else byStart.set(start, [entry]);
  }
  return (word) => {
    if (word.length < SHORTEST_SWAPPED) return null;
    const most = word.length < LONG ? 1 : 2;
    let best: { readonly edits: number; readonly entry: KnownWord } | null = null;
    for (const entry of byStart.get(word[0] ?? "") ?? []) {
      if (Math.abs(entry[0].length - word.length) > most) continue;
      const edits = editsBetween(word, entry[0]);
      if (edits > most || (best && edits > best.edits)) continue;
      if (best === null || edits < best.edits || before(entry, best.entry)) best = { edits, entry };
    }
    return best?.entry[0] ?? null;
  };
}

function editsBetween(word: string, other: string): number {
  if (isSwapped(word, other)) return 1;
  return word.length < SHORTEST ? Infinity : distance(word, other);
}

/** Whether two neighbouring letters stand in each other's place, and all else is the same. */
export function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  return (
    word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2)
  );
}

function before([word, uses]: KnownWord, [other, others]: KnownWord): boolean {
  return uses === others ? word < other : uses > others;
}
