import { memoryIndex } from "../../src/adapters/core/memory-index.ts";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { readEnglishDictionary } from "../../src/adapters/node/english-dictionary.ts";
import { createTransformersEncoder } from "../../src/adapters/node/transformers-encoder.ts";
import { ingest } from "../../src/ingest/index.ts";
import type { Encoder } from "../../src/ports/encoder.ts";
import type { Progress } from "../../src/ports/progress.ts";
import type { SearchIndex } from "../../src/ports/search-index.ts";

/**
 * The index that the report would have with the encoder as it comes, with its anticipated questions or as if there were none.
 * It is searched exactly.
 */
export async function untunedIndex(
  asked: "asked" | "plain",
  { modelsDir, progress }: { readonly modelsDir: string; readonly progress: Progress },
): Promise<{ index: SearchIndex; encoder: Encoder }> {
  const encoder = await createTransformersEncoder({ modelsDir, progress });
  const { documents, meta, questions, unanswered } = await readCorpusFolder("corpus");
  const texts =
    asked === "asked"
      ? { sources: documents, questions, unanswered, dictionary: readEnglishDictionary() }
      : {};
  return {
    index: await memoryIndex(ingest(documents, meta).corpus, encoder, { ...texts, progress }),
    encoder,
  };
}
