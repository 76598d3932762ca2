import { dotFloats } from "./dot-row.ts";

/** Unit vectors, row by row. */
export interface UnitRows {
  readonly size: number;
  readonly dimensions: number;
  /** Dot product of a row with `query`: the cosine of two unit vectors. */
  readonly dot: (row: number, query: readonly number[]) => number;
}

/** Rows of `dimensions` 32-bit floats, one after the other. */
export function floatRows(vectors: Float32Array, dimensions: number): UnitRows {
  return {
    size: vectors.length / dimensions,
    dimensions,
    dot: (row, query) => dotFloats(vectors, row * dimensions, query),
  };
}
