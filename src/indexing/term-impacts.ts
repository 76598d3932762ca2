import { flatLists, type Numbers } from "../domain/flat-lists.ts";
import type { TranslatedTexts } from "./translated-texts.ts";

/** Where a term is likelier to be asked than elsewhere, and by how much: 0 to 1. */
export interface TermImpacts {
  /** Sentence rows, ascending, and the impact on each; those of the term are `[start, end)`. */
  readonly rows: Numbers;
  readonly lifts: Float32Array;
  readonly ofRows: Range;
  /** Positions among the passages, and the greatest impact on a sentence of each. */
  readonly passages: Numbers;
  readonly best: Float32Array;
  readonly ofPassages: Range;
}

/** A part of an array: to name it costs less than a view of it. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** What the impacts of a term are worked out of. */
export interface TermSources {
  /** Positions in the texts' vocabulary, and t(term | source) of each. */
  readonly sources: readonly number[];
  readonly probabilities: readonly number[];
  /** The term's own position there, where both are of one language: of itself a term is certain. */
  readonly self: number | undefined;
  /** Share of the questions that have it. */
  readonly base: number;
}

const NONE: readonly number[] = [];

/**
 * Works out the impacts of one term after the other, for postings that are only added up when a question comes (Anh &
 * Moffat 2006). A sentence makes one ask for a term when any of its own terms does.
 */
export function impactsOf(texts: TranslatedTexts): (term: TermSources) => TermImpacts {
  const { postings, passageAt } = texts;
  // One scratch pad for all terms: whatever is written is wiped again.
  const missed = new Float64Array(texts.rows).fill(1);
  const greatest = new Float64Array(texts.passages.length);
  return ({ sources, probabilities, self, base }) => {
    const touched = new Set<number>();
    const miss = (source: number, left: number): void => {
      for (const row of postings.get(source) ?? NONE) {
        missed[row] = (missed[row] ?? 1) * left;
        touched.add(row);
      }
    };
    sources.forEach((source, i) => {
      miss(source, 1 - (probabilities[i] ?? 0));
    });
    if (self !== undefined) miss(self, 0);
    const rows = Int32Array.from(touched)
      .filter((row) => 1 - (missed[row] ?? 1) > base)
      .sort();
    const lifts = Float32Array.from(rows, (row) => lift(1 - (missed[row] ?? 1), base));
    for (const row of touched) missed[row] = 1;
    rows.forEach((row, i) => {
      const at = passageAt[row] ?? 0;
      greatest[at] = Math.max(greatest[at] ?? 0, lifts[i] ?? 0);
    });
    const passages = Int32Array.from(new Set(rows.map((row) => passageAt[row] ?? 0)));
    const best = Float32Array.from(passages, (at) => greatest[at] ?? 0);
    for (const at of passages) greatest[at] = 0;
    const [ofRows, ofPassages] = [
      { start: 0, end: rows.length },
      { start: 0, end: passages.length },
    ];
    return { rows, lifts, ofRows, passages, best, ofPassages };
  };
}

/**
 * The impacts of many terms, in the order given, in four arrays: those of one term are a part of each. Impacts are kept as
 * 32-bit floats, places in two bytes where there are few enough.
 */
export function impactTable(terms: Iterable<TermImpacts>): (term: number) => TermImpacts {
  const [rows, lifts, passages, best]: [number[][], number[], number[][], number[]] = [[], [], [], []];
  for (const term of terms) {
    rows.push(Array.from(term.rows));
    passages.push(Array.from(term.passages));
    for (const value of term.lifts) lifts.push(value);
    for (const value of term.best) best.push(value);
  }
  const [rowLists, passageLists] = [flatLists(rows), flatLists(passages)];
  const [allLifts, allBest] = [Float32Array.from(lifts), Float32Array.from(best)];
  return (term) => ({
    rows: rowLists.values,
    lifts: allLifts,
    ofRows: { start: rowLists.start(term), end: rowLists.start(term + 1) },
    passages: passageLists.values,
    best: allBest,
    ofPassages: { start: passageLists.start(term), end: passageLists.start(term + 1) },
  });
}

/** The impacts on `count` rows from `first` on: 0 where there is none. */
export function impactsOn({ rows, lifts, ofRows }: TermImpacts, first: number, count: number): number[] {
  let from = ofRows.start;
  let to = ofRows.end;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] ?? 0) < first) from = middle + 1;
    else to = middle;
  }
  const impacts = new Array<number>(count).fill(0);
  for (; from < ofRows.end; from += 1) {
    const at = (rows[from] ?? 0) - first;
    if (at >= count) break;
    impacts[at] = lifts[from] ?? 0;
  }
  return impacts;
}

/** Where a chance stands between what it is for any text (0) and certainty (1), on a logarithmic scale. */
export function lift(chance: number, base: number): number {
  return chance <= base ? 0 : Math.log(chance / base) / Math.log(1 / base);
}
