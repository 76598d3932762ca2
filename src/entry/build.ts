import { readCorpusFolder } from "../adapters/node/corpus-folder.ts";
import { assertWritable, writeIndexFolder } from "../adapters/node/index-folder.ts";
import { buildIndex } from "../indexing/index.ts";
import { ingest } from "../ingest/index.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { Progress } from "../ports/progress.ts";
import type { SearchIndex } from "../ports/search-index.ts";

export interface BuildFolders {
  readonly corpusDir: string;
  readonly indexDir: string;
}

/** Corpus folder to index folder: read, ingest, embed, store, switch. An index already there stays until the last step. */
export async function buildFromFolder(
  { corpusDir, indexDir }: BuildFolders,
  tools: {
    readonly encoder: () => Promise<Encoder>;
    readonly analyzer: Analyzer;
    readonly progress: Progress;
  },
): Promise<SearchIndex> {
  const { documents, meta } = await readCorpusFolder(corpusDir);
  const { corpus } = ingest(documents, meta);
  await assertWritable(indexDir);
  const { analyzer, progress } = tools;
  const encoder = await tools.encoder();
  const built = await buildIndex({ corpus, sources: documents, encoder, analyzer, progress });
  return writeIndexFolder(indexDir, built, { encoder, analyzer });
}
