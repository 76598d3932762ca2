import { readCorpusFolder } from "../adapters/node/corpus-folder.ts";
import { readEnglishDictionary } from "../adapters/node/english-dictionary.ts";
import { assertWritable, corporaIn, writeIndexFolder } from "../adapters/node/index-folder.ts";
import type { CorpusMeta, SourceDocument } from "../domain/corpus.ts";
import { AppError } from "../domain/errors.ts";
import { buildIdOf, buildIndex } from "../indexing/index.ts";
import { ingest } from "../ingest/index.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { Progress } from "../ports/progress.ts";
import type { SearchIndex } from "../ports/search-index.ts";

export interface BuildFolders {
  readonly corpusDir: string;
  readonly indexDir: string;
  /** Whether the index of another corpus may be replaced. Default false. */
  readonly replace?: boolean;
}

/**
 * Corpus folder to index folder: read, ingest, embed, store, switch. An index already there stays until the last step.
 * @throws AppError `invalid_request` when the folder holds the index of another corpus and `replace` is not set.
 */
export async function buildFromFolder(
  { corpusDir, indexDir, replace = false }: BuildFolders,
  tools: {
    readonly encoder: () => Promise<Encoder>;
    readonly analyzer: Analyzer;
    readonly progress: Progress;
  },
): Promise<SearchIndex> {
  const { documents, meta, questions, unanswered } = await readCorpusFolder(corpusDir);
  const { corpus } = ingestAll(documents, meta);
  const others = (await corporaIn(indexDir)).filter((title) => title !== meta.title);
  if (others.length > 0 && !replace) {
    throw new AppError(
      "invalid_request",
      `${indexDir} holds the index of "${others.join('", "')}" and ${corpusDir} is "${meta.title}": ` +
        `give the right folders as --corpus DIR and --out DIR, or --replace to replace that index`,
    );
  }
  await assertWritable(indexDir);
  const { analyzer, progress } = tools;
  const encoder = await tools.encoder();
  const texts = { sources: documents, questions, unanswered, dictionary: readEnglishDictionary() };
  const built = await buildIndex({ corpus, ...texts, encoder, analyzer, progress });
  return writeIndexFolder(indexDir, built, { encoder, analyzer });
}

/** The name that the index of a folder has when it is made now; one of another name is out of date. */
export async function buildNameOf(corpusDir: string, encoder: Encoder): Promise<string> {
  const { documents, meta, ...asked } = await readCorpusFolder(corpusDir);
  return buildIdOf({ corpus: ingestAll(documents, meta).corpus, sources: documents, ...asked, encoder });
}

/** Ingest, with the one fault that its parsers cannot report themselves: text nested deeper than the stack. */
function ingestAll(documents: SourceDocument[], meta: CorpusMeta): ReturnType<typeof ingest> {
  try {
    return ingest(documents, meta);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const names = documents.map((d) => d.id).join(", ");
    throw new AppError(
      "corpus_unreadable",
      `${names}: quotes or lists are nested too deeply: flatten them.`,
      { cause },
    );
  }
}
