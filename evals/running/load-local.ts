import { basename } from "node:path";
import { createEnglishAnalyzer } from "../../src/adapters/core/english-analyzer.ts";
import { currentBuild, readIndexFolder } from "../../src/adapters/node/read-index-folder.ts";
import { buildFromFolder, buildNameOf } from "../../src/entry/build.ts";
import { assistantFor, crossEncoderFor, encoderFor } from "../../src/entry/load-assistant.ts";
import type { Settings } from "../../src/entry/settings.ts";
import type { Progress } from "../../src/ports/progress.ts";
import { createLocalTarget } from "./local-target.ts";
import type { Target } from "./target.ts";

/**
 * The assistant of this checkout over the index in INDEX_DIR, which is built first when there is none or when it is not
 * what the corpus and the code would make now: figures of an old index say nothing about a change.
 */
export async function loadLocalTarget(settings: Settings, progress: Progress): Promise<Target> {
  const analyzer = createEnglishAnalyzer();
  const encoder = await encoderFor(settings, progress);
  const { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir, VECTOR_SEARCH: vectorSearch } = settings;
  const current = await currentBuild(indexDir);
  const upToDate = current !== null && basename(current) === (await buildNameOf(corpusDir, encoder));
  const index = upToDate
    ? await readIndexFolder(current, { encoder, analyzer, vectorSearch })
    : await buildFromFolder(
        { corpusDir, indexDir },
        { encoder: () => Promise.resolve(encoder), analyzer, progress },
      );
  const crossEncoder = await crossEncoderFor(settings);
  return createLocalTarget(
    assistantFor(index, encoder, settings, { crossEncoder }),
    assistantFor(index, encoder, { ...settings, ABSTAIN_THRESHOLD: 0 }, { crossEncoder }),
  );
}
