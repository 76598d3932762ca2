import { AppError } from "../../domain/errors.ts";
import { kthGreatest } from "../../domain/kth-greatest.ts";
import type { UnitRows } from "../../domain/unit-rows.ts";
import type { Neighbour, VectorIndex } from "../../ports/vector-index.ts";

/**
 * Exhaustive search: every row is compared, so recall is 1 by definition (but for what quantised rows round off).
 * Serves where no native module runs, and as the oracle for approximate indexes.
 */
export function createExactVectorIndex(rows: UnitRows): VectorIndex {
  const { size, dimensions } = rows;
  return {
    size,
    dimensions,
    search: (query, k) => {
      if (query.length !== dimensions) return Promise.reject(dimensionMismatch(query.length, dimensions));
      const scores = new Float64Array(size);
      for (let row = 0; row < size; row += 1) scores[row] = rows.dot(row, query);
      return Promise.resolve(best(scores, k));
    },
  };
}

function best(scores: Float64Array, k: number): Neighbour[] {
  if (k < 1) return [];
  // Only what is as good as the k-th is put in order.
  const least = kthGreatest(scores, k);
  const found: Neighbour[] = [];
  scores.forEach((similarity, row) => {
    if (similarity >= least) found.push({ row, similarity });
  });
  return found.sort((a, b) => b.similarity - a.similarity || a.row - b.row).slice(0, k);
}

/** The error every vector index raises for a query from another encoder. */
export function dimensionMismatch(got: number, wanted: number): AppError {
  return new AppError(
    "encoder_mismatch",
    `the query has ${got} dimensions and the index ${wanted}: rebuild the index with the encoder in use (npm run index)`,
  );
}
