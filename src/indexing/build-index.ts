import type { Corpus, SourceDocument } from "../domain/corpus.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Encoder } from "../ports/encoder.ts";
import { silentProgress, type Progress } from "../ports/progress.ts";
import { embeddingRows, type EmbeddingRows } from "./embedding-rows.ts";
import { lexicalDocuments, type LexicalText } from "./lexical-documents.ts";
import { DEFAULT_INDEX_SETTINGS, INDEX_FORMAT, type IndexSettings, type Manifest } from "./manifest.ts";
import { sha256 } from "./sha256.ts";
import { buildTermTable, type TermTable } from "./term-table.ts";

/** A built index before it is stored: everything but the graph, which is made from the vectors. */
export interface BuiltIndex {
  readonly manifest: Omit<Manifest, "files">;
  readonly corpus: Corpus;
  readonly documents: readonly LexicalText[];
  readonly terms: TermTable;
  readonly sentenceVectors: readonly (readonly number[])[];
  readonly passageVectors: readonly (readonly number[])[];
}

export interface BuildIndexInput {
  readonly corpus: Corpus;
  readonly sources: readonly SourceDocument[];
  readonly encoder: Encoder;
  readonly analyzer: Analyzer;
  readonly settings?: IndexSettings;
  readonly progress?: Progress;
  /** Texts handed to the encoder at once, between two steps of the progress bar. */
  readonly chunk?: number;
}

type Identified = Pick<BuildIndexInput, "corpus" | "sources" | "settings"> & {
  readonly encoder: Pick<Encoder, "id" | "dimensions">;
};

/**
 * The name that a build of this input has: a hash of everything it is made from. An index of another name is out of
 * date.
 */
export async function buildIdOf(input: Identified): Promise<string> {
  const rows = embeddingRows(input.corpus);
  return buildId(input, await corpusHash(input, rows, lexicalDocuments(input.corpus)));
}

/** Embeds a corpus and counts its terms. Deterministic for one encoder. */
export async function buildIndex(input: BuildIndexInput): Promise<BuiltIndex> {
  const { corpus, encoder, analyzer, settings = DEFAULT_INDEX_SETTINGS, progress = silentProgress } = input;
  const rows = embeddingRows(corpus);
  const documents = lexicalDocuments(corpus);
  progress.start("Embedding", rows.sentences.length + rows.passages.length);
  const texts = [...rows.sentences.map((r) => r.text), ...rows.passages.map((r) => r.text)];
  const vectors = await embedAll(texts, encoder, progress, input.chunk ?? 256);
  progress.stop();
  const hash = await corpusHash(input, rows, documents);
  return {
    manifest: {
      format: INDEX_FORMAT,
      id: await buildId(input, hash),
      corpus: { id: corpus.meta.id, title: corpus.meta.title, hash },
      encoder: { id: encoder.id, dimensions: encoder.dimensions },
      settings,
      counts: {
        chapters: corpus.chapters.length,
        passages: corpus.passages.length,
        passageVectors: rows.passages.length,
        sentenceVectors: rows.sentences.length,
      },
    },
    corpus,
    documents,
    terms: buildTermTable(rows, documents, analyzer),
    sentenceVectors: vectors.slice(0, rows.sentences.length),
    passageVectors: vectors.slice(rows.sentences.length),
  };
}

async function buildId(
  { encoder, settings = DEFAULT_INDEX_SETTINGS }: Identified,
  hash: string,
): Promise<string> {
  const { id, dimensions } = encoder;
  const identity = { format: INDEX_FORMAT, hash, encoder: id, dimensions, settings };
  return (await sha256(JSON.stringify(identity))).slice(0, 16);
}

async function embedAll(
  texts: readonly string[],
  encoder: Encoder,
  progress: Progress,
  chunk: number,
): Promise<number[][]> {
  // The order of length keeps padding small within each chunk; the rows keep theirs.
  const order = texts.map((_, i) => i).sort((a, b) => length(texts, a) - length(texts, b) || a - b);
  const vectors = new Array<number[]>(texts.length);
  for (let from = 0; from < order.length; from += chunk) {
    const part = order.slice(from, from + chunk);
    const made = await encoder.embedDocuments(part.map((i) => texts[i] ?? ""));
    part.forEach((row, i) => (vectors[row] = made[i] ?? []));
    progress.advance(part.length);
  }
  return vectors;
}

function length(texts: readonly string[], at: number): number {
  return texts[at]?.length ?? 0;
}

/** Hash of what the passages were made from and of what was made of it: a new parser is a new corpus. */
async function corpusHash(
  { corpus, sources }: Pick<BuildIndexInput, "corpus" | "sources">,
  rows: EmbeddingRows,
  documents: readonly LexicalText[],
): Promise<string> {
  const texts = sources.map((s) => [s.id, s.format, s.text]);
  return sha256(JSON.stringify([corpus.meta, texts, corpus.passages.map((p) => p.id), rows, documents]));
}
