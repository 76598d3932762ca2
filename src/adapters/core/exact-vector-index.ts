import { AppError } from "../../domain/errors.ts";
import { dotRow } from "../../domain/dot-row.ts";
import type { Neighbour, VectorIndex } from "../../ports/vector-index.ts";

/**
 * Exhaustive search over unit vectors: every row is compared, so recall is 1 by definition.
 * Serves where no native module runs, and as the oracle for approximate indexes.
 * @param vectors rows of `dimensions` float32 numbers, one after the other.
 */
export function createExactVectorIndex(vectors: Float32Array, dimensions: number): VectorIndex {
  const size = vectors.length / dimensions;
  return {
    size,
    dimensions,
    search: (query, k) => {
      if (query.length !== dimensions) return Promise.reject(dimensionMismatch(query.length, dimensions));
      const scores = new Float64Array(size);
      for (let row = 0; row < size; row += 1) scores[row] = dotRow(vectors, row * dimensions, query);
      return Promise.resolve(best(scores, k));
    },
  };
}

function best(scores: Float64Array, k: number): Neighbour[] {
  const rows = Array.from(scores, (similarity, row) => ({ row, similarity }));
  rows.sort((a, b) => b.similarity - a.similarity || a.row - b.row);
  return rows.slice(0, Math.max(0, k));
}

/** The error every vector index raises for a query from another encoder. */
export function dimensionMismatch(got: number, wanted: number): AppError {
  return new AppError(
    "encoder_mismatch",
    `the query has ${got} dimensions and the index ${wanted}: rebuild the index with the encoder in use (npm run index)`,
  );
}
