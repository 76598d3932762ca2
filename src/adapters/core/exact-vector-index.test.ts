import { quantiseRows } from "../../domain/quantised-rows.ts";
import { floatRows, type UnitRows } from "../../domain/unit-rows.ts";
import { vectorIndexContract } from "../../ports/vector-index.contract.ts";
import { createExactVectorIndex } from "./exact-vector-index.ts";

vectorIndexContract("exact search", (vectors) => Promise.resolve(createExactVectorIndex(rowsOf(vectors))));

// Of rows of 16 numbers; those of 512 are within .001.
vectorIndexContract(
  "exact search over quantised rows",
  (vectors) =>
    Promise.resolve(
      createExactVectorIndex(quantiseRows(Float32Array.from(vectors.flat()), vectors[0]?.length ?? 1)),
    ),
  0.005,
);

function rowsOf(vectors: readonly (readonly number[])[]): UnitRows {
  return floatRows(Float32Array.from(vectors.flat()), vectors[0]?.length ?? 1);
}
