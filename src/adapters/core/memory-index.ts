import type { Corpus } from "../../domain/corpus.ts";
import { buildIndex, openIndex } from "../../indexing/index.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { Progress } from "../../ports/progress.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { createEnglishAnalyzer } from "./english-analyzer.ts";
import { createExactVectorIndex } from "./exact-vector-index.ts";
import { buildMiniSearch, createMiniSearchIndex, loadMiniSearch } from "./minisearch-index.ts";

/** An index that is built and held in memory and searched exactly: for fitting weights, and for tests. */
export async function memoryIndex(
  corpus: Corpus,
  encoder: Encoder,
  options: { readonly progress?: Progress } = {},
): Promise<SearchIndex> {
  const analyzer = createEnglishAnalyzer();
  const built = await buildIndex({ corpus, sources: [], encoder, analyzer, ...options });
  const flat = (vectors: readonly (readonly number[])[]): Float32Array => Float32Array.from(vectors.flat());
  // Through its stored form, as an index on disk is.
  const lexical = loadMiniSearch(JSON.stringify(buildMiniSearch(built.documents, analyzer)), analyzer);
  const { dimensions } = encoder;
  const sentenceVectors = flat(built.sentenceVectors);
  return openIndex({
    id: built.manifest.id,
    encoderId: encoder.id,
    dimensions,
    corpus,
    terms: built.terms,
    lexical: createMiniSearchIndex(lexical, new Set(built.terms.vocabulary), built.manifest.settings.bm25),
    sentenceVectors,
    sentenceIndex: createExactVectorIndex(sentenceVectors, dimensions),
    passageIndex: createExactVectorIndex(flat(built.passageVectors), dimensions),
  });
}
