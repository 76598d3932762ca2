import { basename } from "node:path";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { currentBuild, readIndexFolder } from "../adapters/node/read-index-folder.ts";
import type { Assistant } from "../ask.ts";
import { silentProgress } from "../ports/progress.ts";
import { assistantFor } from "./assistant-for.ts";
import { buildFromFolder, buildNameOf } from "./build.ts";
import { encoderFor } from "./load-assistant.ts";
import { readSettings } from "./settings.ts";

/** Makes sure that `index/` holds what the corpus and the code make; its build's folder. */
export async function realBuild(): Promise<string> {
  const settings = readSettings({});
  const { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir } = settings;
  const encoder = await encoderFor(settings, corpusDir);
  const current = await currentBuild(indexDir);
  if (current !== null && basename(current) === (await buildNameOf(corpusDir, encoder))) return current;
  await buildFromFolder(
    { corpusDir, indexDir },
    { encoder: () => Promise.resolve(encoder), analyzer: createEnglishAnalyzer(), progress: silentProgress },
  );
  return (await currentBuild(indexDir)) ?? "";
}

/** The assistant over that index. */
export async function realAssistant(vectorSearch: "hnsw" | "exact" = "hnsw"): Promise<Assistant> {
  const settings = readSettings({});
  const [build, encoder] = [await realBuild(), await encoderFor(settings, settings.CORPUS_DIR)];
  const index = await readIndexFolder(build, { encoder, analyzer: createEnglishAnalyzer(), vectorSearch });
  return assistantFor(index, encoder, settings);
}
