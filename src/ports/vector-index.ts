/** One neighbour; `similarity` is the cosine, -1 to 1, larger is nearer. */
export interface Neighbour {
  /** Row number of the vector in the index, 0-based. */
  readonly row: number;
  readonly similarity: number;
}

/** Nearest-neighbour search over unit vectors. Ties are broken by row, smaller first. */
export interface VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  /**
   * The at most `k` nearest rows, best first. A service may give fewer than there are (Vectorize: 100).
   * @throws AppError `encoder_mismatch` when the query has other dimensions.
   */
  search(query: readonly number[], k: number): Promise<Neighbour[]>;
}
