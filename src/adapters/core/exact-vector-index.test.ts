import { vectorIndexContract } from "../../ports/vector-index.contract.ts";
import { createExactVectorIndex } from "./exact-vector-index.ts";

vectorIndexContract("exact search", (vectors) =>
  Promise.resolve(createExactVectorIndex(Float32Array.from(vectors.flat()), vectors[0]?.length ?? 1)),
);
