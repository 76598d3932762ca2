import { memoryIndex } from "../../src/adapters/core/memory-index.ts";
import { createTransformersEncoder } from "../../src/adapters/node/transformers-encoder.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import type { Encoder } from "../../src/ports/encoder.ts";
import type { Progress } from "../../src/ports/progress.ts";
import type { SearchIndex } from "../../src/ports/search-index.ts";

/** A corpus as one that nothing was anticipated for, so that nothing is tuned for it either. */
export async function bareIndex(
  corpus: Corpus,
  { modelsDir, progress }: { readonly modelsDir: string; readonly progress: Progress },
): Promise<{ index: SearchIndex; encoder: Encoder }> {
  const encoder = await createTransformersEncoder({ modelsDir, progress });
  return { index: await memoryIndex(corpus, encoder, { progress }), encoder };
}
