import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { currentBuild, readIndexFolder } from "../adapters/node/read-index-folder.ts";
import { createTransformersCrossEncoder } from "../adapters/node/transformers-cross-encoder.ts";
import { createTransformersEncoder } from "../adapters/node/transformers-encoder.ts";
import { readTuning } from "../adapters/node/tuning-file.ts";
import type { Assistant, WritingDeps } from "../ask.ts";
import type { CrossEncoder } from "../ports/cross-encoder.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { Progress } from "../ports/progress.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { assistantFor, type AssistantExtras } from "./assistant-for.ts";
import type { Settings } from "./settings.ts";

/** The encoder that the settings name, with the tuning of a folder: a corpus, or a build of its index. */
export async function encoderFor(settings: Settings, folder: string, progress?: Progress): Promise<Encoder> {
  return createTransformersEncoder({
    tuning: await readTuning(folder),
    model: settings.EMBEDDING_MODEL,
    modelsDir: settings.MODELS_DIR,
    ...(progress ? { progress } : {}),
  });
}

/** Loads the index that INDEX_DIR holds; builds it from CORPUS_DIR first when there is none. */
export async function loadIndex(
  settings: Settings,
  progress: Progress,
  notice: (line: string) => void = (line) => void process.stderr.write(`${line}\n`),
): Promise<{ index: SearchIndex; encoder: Encoder }> {
  const analyzer = createEnglishAnalyzer();
  const folder = await currentBuild(settings.INDEX_DIR);
  const encoder = await encoderFor(settings, folder ?? settings.CORPUS_DIR, progress);
  if (folder !== null) {
    const index = await readIndexFolder(folder, { encoder, analyzer, vectorSearch: settings.VECTOR_SEARCH });
    return { index, encoder };
  }
  // Ingest brings language data that a start with an index has no use for.
  const { buildFromFolder } = await import("./build.ts");
  notice(`There is no index in ${settings.INDEX_DIR} yet: building one of ${settings.CORPUS_DIR}.`);
  const index = await buildFromFolder(
    { corpusDir: settings.CORPUS_DIR, indexDir: settings.INDEX_DIR },
    { encoder: () => Promise.resolve(encoder), analyzer, progress },
  );
  return { index, encoder };
}

/** The cross-encoder that the settings name, if any. */
export function crossEncoderFor(settings: Settings): Promise<CrossEncoder | null> {
  const { RERANKER_MODEL: model, MODELS_DIR: modelsDir } = settings;
  return model === "" ? Promise.resolve(null) : createTransformersCrossEncoder({ model, modelsDir });
}

/** Told what happens to the language model's part of the work. */
export type LlmListeners = Pick<AssistantExtras, "onFallback"> & Pick<WritingDeps, "onLookup" | "onFailure">;

export async function loadAssistant(
  settings: Settings,
  progress: Progress,
  { onFallback, ...told }: LlmListeners = {},
): Promise<Assistant> {
  const { index, encoder } = await loadIndex(settings, progress);
  const [crossEncoder, languageModel] = await Promise.all([
    crossEncoderFor(settings),
    // Only where a model is named: what calls one takes its time to load.
    settings.LLM_MODEL === ""
      ? null
      : Promise.all([import("./language-model.ts"), import("../adapters/node/prompt-file.ts")]).then(
          ([{ languageModelFor }, { readPrompt: prompt }]) =>
            languageModelFor(settings, { encoder, prompt }, told),
        ),
  ]);
  const fallback = onFallback ? { onFallback } : {};
  return assistantFor(index, encoder, settings, { crossEncoder, ...languageModel, ...fallback });
}
