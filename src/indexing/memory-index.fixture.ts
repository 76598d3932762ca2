import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { createExactVectorIndex } from "../adapters/core/exact-vector-index.ts";
import { buildMiniSearch, createMiniSearchIndex, loadMiniSearch } from "../adapters/core/minisearch-index.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Encoder } from "../ports/encoder.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { buildIndex } from "./build-index.ts";
import { openIndex } from "./open-index.ts";

/** An index held in memory, searched exactly: for tests and measurements. */
export async function memoryIndex(
  corpus: Corpus,
  encoder: Encoder = createFakeEncoder(),
): Promise<SearchIndex> {
  const analyzer = createEnglishAnalyzer();
  const built = await buildIndex({ corpus, sources: [], encoder, analyzer });
  const flat = (vectors: readonly (readonly number[])[]): Float32Array => Float32Array.from(vectors.flat());
  const lexical = loadMiniSearch(JSON.stringify(buildMiniSearch(built.documents, analyzer)), analyzer);
  const { dimensions } = encoder;
  return openIndex({
    id: built.manifest.id,
    encoderId: encoder.id,
    dimensions,
    corpus,
    terms: built.terms,
    lexical: createMiniSearchIndex(lexical, new Set(built.terms.vocabulary), built.manifest.settings.bm25),
    sentenceVectors: flat(built.sentenceVectors),
    sentenceIndex: createExactVectorIndex(flat(built.sentenceVectors), dimensions),
    passageIndex: createExactVectorIndex(flat(built.passageVectors), dimensions),
  });
}
