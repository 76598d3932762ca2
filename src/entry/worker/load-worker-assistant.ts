import { createEnglishAnalyzer } from "../../adapters/core/english-analyzer.ts";
import { isOfEncoder, openStoredIndex } from "../../adapters/core/open-stored-index.ts";
import { parsePrompt } from "../../adapters/core/parse-prompt.ts";
import { readAssetIndex } from "../../adapters/worker/asset-index.ts";
import type { ReadAsset } from "../../adapters/worker/read-asset.ts";
import { vectorSearchFor, type VectorBindings } from "../../adapters/worker/vector-search.ts";
import { createTfjsEncoder } from "../../adapters/worker/use-lite/tfjs-encoder.ts";
import type { Assistant } from "../../ask.ts";
import { AppError } from "../../domain/errors.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Prompt } from "../../ports/prompt.ts";
import { assistantFor } from "../assistant-for.ts";
import { logFallbacks } from "../log-fallbacks.ts";
import type { Settings } from "../settings.ts";

export interface WorkerTools {
  /** What takes over part of the work, if bound. */
  readonly vectors: VectorBindings;
  readonly read: ReadAsset;
  /** tfjs-backend-wasm-simd.wasm, compiled. */
  readonly module: WebAssembly.Module;
  readonly logger: Logger;
}

/**
 * The assistant from the Worker's static assets, the index first: what it needs while it is read is free again for the encoder.
 * @throws AppError `index_corrupt`, `encoder_unavailable` or `encoder_mismatch`.
 */
export async function loadWorkerAssistant(settings: Settings, tools: WorkerTools): Promise<Assistant> {
  const { read, module, logger, vectors } = tools;
  const stored = await readAssetIndex(read);
  const remote = await vectorSearchFor(vectors, stored.manifest);
  const search = remote?.index;
  const index = await openStoredIndex(
    search
      ? // Rows of passages are for searching alone: these need not stay in memory.
        {
          ...stored,
          search: (part, rows) => Promise.resolve(search(part, part === "passages" ? undefined : rows)),
        }
      : stored,
    createEnglishAnalyzer(),
  );
  const encoder =
    remote?.encoder ?? (await createTfjsEncoder({ module, read: (name) => read(`encoder/${name}`) }));
  if (!isOfEncoder(stored.manifest, encoder)) {
    throw new AppError(
      "encoder_mismatch",
      `the index was built with the encoder ${stored.manifest.encoder.id} and the Worker has ${encoder.id}: ` +
        `build the index without EMBEDDING_MODEL and deploy again`,
    );
  }
  const prompt = async (id: string): Promise<Prompt> => {
    const path = `prompts/${id}.md`;
    return parsePrompt(new TextDecoder().decode(await read(path)), path);
  };
  const { onFallback, onFailure } = logFallbacks(logger);
  // Only where a model is named: what calls one takes its time to start.
  const languageModel =
    settings.LLM_MODEL === ""
      ? null
      : await import("../language-model.ts").then(({ languageModelFor }) =>
          languageModelFor(settings, { encoder, prompt }, { onFailure }),
        );
  return assistantFor(index, encoder, settings, { ...languageModel, onFallback });
}
