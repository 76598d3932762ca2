import { basename } from "node:path";
import { createEnglishAnalyzer } from "../../src/adapters/core/english-analyzer.ts";
import { currentBuild, readIndexFolder } from "../../src/adapters/node/read-index-folder.ts";
import { buildFromFolder, buildNameOf } from "../../src/entry/build.ts";
import { AppError } from "../../src/domain/errors.ts";
import { languageModelFor } from "../../src/entry/language-model.ts";
import { readPrompt as prompt } from "../../src/adapters/node/prompt-file.ts";
import { assistantFor } from "../../src/entry/assistant-for.ts";
import { crossEncoderFor, encoderFor } from "../../src/entry/load-assistant.ts";
import type { AskResponse } from "../../src/domain/contract.ts";
import type { Settings } from "../../src/entry/settings.ts";
import type { Progress } from "../../src/ports/progress.ts";
import { createLocalTarget } from "./local-target.ts";
import type { Target } from "./target.ts";

const LLM_CONCURRENCY = 4;

/**
 * The assistant of this checkout over the index in INDEX_DIR, which is built first when there is none or when it is not
 * what the corpus and the code would make now: figures of an old index say nothing about a change.
 * With the composer `llm` also the extractive one, to stand beside it.
 * @throws AppError `config_invalid` when no language model is configured for it.
 */
export async function loadLocalTargets(
  settings: Settings,
  progress: Progress,
  composer: AskResponse["composer"],
): Promise<{ readonly target: Target; readonly beside: Target | null }> {
  const analyzer = createEnglishAnalyzer();
  const { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir, VECTOR_SEARCH: vectorSearch } = settings;
  const encoder = await encoderFor(settings, corpusDir, progress);
  const current = await currentBuild(indexDir);
  const upToDate = current !== null && basename(current) === (await buildNameOf(corpusDir, encoder));
  const index = upToDate
    ? await readIndexFolder(current, { encoder, analyzer, vectorSearch })
    : await buildFromFolder(
        { corpusDir, indexDir },
        { encoder: () => Promise.resolve(encoder), analyzer, progress },
      );
  const crossEncoder = await crossEncoderFor(settings);
  const extractive = createLocalTarget(
    assistantFor(index, encoder, settings, { crossEncoder }),
    assistantFor(index, encoder, { ...settings, ABSTAIN_THRESHOLD: 0 }, { crossEncoder }),
  );
  if (composer === "extractive") return { target: extractive, beside: null };
  const languageModel = await languageModelFor(settings, { encoder, prompt });
  if (languageModel === null) {
    throw new AppError(
      "config_invalid",
      "--composer llm needs LLM_MODEL, and LLM_BASE_URL or LLM_API_KEY (README, settings)",
    );
  }
  // Answers that are not given are not asked for twice: a model's every word costs.
  const written = createLocalTarget(
    assistantFor(index, encoder, settings, { crossEncoder, ...languageModel }),
    null,
    { concurrency: LLM_CONCURRENCY },
  );
  return { target: written, beside: extractive };
}
