import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { SynchronousInMemoryDocstore } from "@langchain/community/stores/doc/in_memory";
import { Document } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import hnswlib from "hnswlib-node";
import type { VectorIndex } from "../../ports/vector-index.ts";
import { dimensionMismatch } from "../core/exact-vector-index.ts";

/** Graph parameters (Malkov & Yashunin 2018, arXiv 1603.09320). */
export interface HnswSettings {
  /** Links a node keeps per layer. */
  readonly m: number;
  readonly efConstruction: number;
  /** Candidates kept while searching; hnswlib's own default of 10 loses most of the recall. */
  readonly efSearch: number;
  readonly seed: number;
}

const SPACE = "cosine";

/**
 * Builds an HNSW graph over unit vectors and saves it as `directory`.
 * The same vectors and settings always give the same bytes (one thread, a fixed seed).
 */
export async function saveHnsw(
  directory: string,
  vectors: readonly (readonly number[])[],
  dimensions: number,
  encoder: EmbeddingsInterface,
  settings: HnswSettings,
): Promise<void> {
  const index = new hnswlib.HierarchicalNSW(SPACE, dimensions);
  index.initIndex(Math.max(1, vectors.length), settings.m, settings.efConstruction, settings.seed);
  // HNSWLib's own addVectors would make an empty graph anew, with hnswlib's default links, effort and seed.
  vectors.forEach((vector, row) => index.addPoint([...vector], row));
  const docstore = new SynchronousInMemoryDocstore();
  docstore.add(
    Object.fromEntries(
      vectors.map((_, row) => [String(row), new Document({ pageContent: "", metadata: { row } })]),
    ),
  );
  const store = new HNSWLib(encoder, { space: SPACE, numDimensions: dimensions, index, docstore });
  await store.save(directory);
  // `save` dumps its whole arguments, the graph object included; loading needs only these two.
  await writeFile(join(directory, "args.json"), JSON.stringify({ space: SPACE, numDimensions: dimensions }));
}

/** Loads a graph saved by `saveHnsw`. hnswlib forgets ef on save, so it is set again here. */
export async function loadHnsw(
  directory: string,
  dimensions: number,
  encoder: EmbeddingsInterface,
  settings: Pick<HnswSettings, "efSearch">,
): Promise<VectorIndex> {
  const store = await HNSWLib.load(directory, encoder);
  store.index.setEf(settings.efSearch);
  const size = store.index.getCurrentCount();
  return {
    size,
    dimensions,
    search: async (query, k) => {
      if (query.length !== dimensions) throw dimensionMismatch(query.length, dimensions);
      const wanted = Math.min(k, size);
      if (wanted < 1) return [];
      const found = await store.similaritySearchVectorWithScore([...query], wanted);
      // LangChain hands back hnswlib's cosine distance; smaller is nearer.
      return found
        .map(([document, distance]) => ({
          row: Number(document.metadata["row"]),
          similarity: 1 - distance,
        }))
        .sort((a, b) => b.similarity - a.similarity || a.row - b.row);
    },
  };
}
