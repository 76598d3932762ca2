import type { Vectorize } from "@cloudflare/workers-types";
import { AppError } from "../../domain/errors.ts";
import type { UnitRows } from "../../domain/unit-rows.ts";
import type { Neighbour, VectorIndex } from "../../ports/vector-index.ts";
import { dimensionMismatch } from "../core/exact-vector-index.ts";
import { rowOf } from "./vectorize-names.ts";

/** What is used of a Vectorize binding. */
export type VectorizeBinding = Pick<Vectorize, "describe" | "getByIds" | "query">;

/** The most rows that one query gives without values and metadata (https://developers.cloudflare.com/vectorize/platform/limits/). */
export const MOST_ROWS = 100;

export interface VectorizeIndexOptions {
  /** Holds the rows of one part of one build. */
  readonly namespace: string;
  readonly size: number;
  readonly dimensions: number;
  /** The same rows, where they are at hand: the scores are then theirs. */
  readonly rows?: UnitRows | undefined;
}

/**
 * Search in one namespace of a Vectorize index of metric `cosine`. A search gives at most 100 rows, however many are asked for.
 *
 * Vectorize's scores are approximate, and so is which rows are the nearest; exact scores come with `returnValues`, for fewer rows than
 * retrieval wants. So 100 rows are asked for whatever `k` is, and with `rows` they are scored anew here and the best `k` kept.
 * https://developers.cloudflare.com/vectorize/best-practices/query-vectors/ (not run against the service)
 * @throws AppError from `search`: `encoder_mismatch` for a query of other dimensions, `vectors_unavailable` (retryable) when Vectorize
 * does not answer, `index_corrupt` when it answers with ids that `npm run worker:vectors` did not write.
 */
export function createVectorizeIndex(
  vectorize: VectorizeBinding,
  { namespace, size, dimensions, rows }: VectorizeIndexOptions,
): VectorIndex {
  const neighbour = (id: string, score: number, query: readonly number[]): Neighbour => {
    const row = rowOf(namespace, id);
    if (row === null || row >= size) throw strangeId(namespace, id);
    return { row, similarity: rows ? rows.dot(row, query) : score };
  };
  return {
    size,
    dimensions,
    search: async (query, k) => {
      if (query.length !== dimensions) throw dimensionMismatch(query.length, dimensions);
      if (Math.min(k, size) < 1) return [];
      const { matches } = await vectorize
        .query([...query], {
          topK: Math.min(size, MOST_ROWS),
          namespace,
          returnValues: false,
          returnMetadata: "none",
        })
        .catch((cause: unknown) => {
          throw noAnswer(cause);
        });
      return matches
        .map(({ id, score }) => neighbour(id, score, query))
        .sort((a, b) => b.similarity - a.similarity || a.row - b.row)
        .slice(0, k);
    },
  };
}

/** The error of a Vectorize that fails or is out of reach. */
export function noAnswer(cause: unknown): AppError {
  return new AppError("vectors_unavailable", "Vectorize does not answer: try again in a moment.", {
    cause,
    retryable: true,
  });
}

function strangeId(namespace: string, id: string): AppError {
  return new AppError(
    "index_corrupt",
    `the Vectorize index has the id "${id}" in the namespace ${namespace}: fill a new one from "npm run worker:vectors"`,
  );
}
