/** One match; `score` is the index's own scale (BM25: positive, unbounded). */
export interface LexicalHit {
  readonly passageId: string;
  readonly score: number;
}

/** Ranked full-text search over passages. Ties are broken by passage id. */
export interface LexicalIndex {
  search(query: string, k: number): LexicalHit[];
}
