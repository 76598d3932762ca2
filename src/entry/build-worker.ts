import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { createTerminalProgress } from "../adapters/node/progress.ts";
import { currentBuild, readManifest } from "../adapters/node/read-index-folder.ts";
import { createSwaggerAssets, createWidgetAssets, firstOf } from "../adapters/node/static-assets.ts";
import { readTuning } from "../adapters/node/tuning-file.ts";
import { useLiteId } from "../adapters/node/use-lite/prepare.ts";
import { workerEncoderFiles } from "../adapters/node/use-lite/worker-files.ts";
import { workerIndexFiles } from "../adapters/node/worker-index.ts";
import { WORKERS_AI_MODELS } from "../adapters/worker/workers-ai-models.ts";
import { AppError } from "../domain/errors.ts";
import { loadIndex } from "./load-assistant.ts";
import { runCommand } from "./run-command.ts";
import { readSettings, type Settings } from "./settings.ts";
import { PAGE_ASSETS, PROMPTS } from "./worker/asset-names.ts";

/** Where wrangler.toml looks for the Worker's static assets. */
const TARGET = "dist/worker";
/** Bytes of one static asset at most (developers.cloudflare.com/workers/platform/limits). */
const ASSET_LIMIT = 25 * 1024 * 1024;

/** `npm run build:worker`: all that the Worker reads, from the index that INDEX_DIR holds (built first when there is none). */
async function buildWorker(env: NodeJS.ProcessEnv): Promise<number> {
  const files = await workerFiles(readSettings(env));
  for (const [path, content] of files) {
    if (content.length <= ASSET_LIMIT) continue;
    const limit = ASSET_LIMIT / 1024 / 1024;
    throw new AppError("config_invalid", `${path} is over ${limit} MiB: see docs/large-corpora.md`);
  }
  await syncFolder(TARGET, files);
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  process.stdout.write(
    `${files.size} assets of ${(bytes / 1e6).toFixed(1)} MB for the Worker in ${TARGET}.\n`,
  );
  return 0;
}

/** Makes a folder hold these files and no others; those that are the same stay untouched, so that nothing that watches them stirs. */
async function syncFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !files.has(relative(folder, path).split(sep).join("/"))) await rm(path);
  }
  for (const [path, content] of files) {
    const target = join(folder, path);
    const there = await readFile(target).catch(() => null);
    if (there?.equals(content) === true) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

async function workerFiles(settings: Settings): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const add = (folder: string, own: ReadonlyMap<string, Uint8Array>): void => {
    for (const [name, content] of own) files.set(`${folder}/${name}`, content);
  };
  const build = await buildOf(settings);
  const { encoder } = await readManifest(build);
  const tuning = await readTuning(build);
  const known = [useLiteId(tuning), ...WORKERS_AI_MODELS.map(({ encoderId }) => encoderId)];
  if (!known.includes(encoder.id)) {
    throw new AppError(
      "encoder_mismatch",
      `the index was built with the encoder ${encoder.id}, which no Worker has: build it with one of ${known.join(", ")}`,
    );
  }
  add("index", await workerIndexFiles(build));
  add("encoder", await workerEncoderFiles(tuning));
  for (const id of PROMPTS) files.set(`prompts/${id}.md`, await readFile(`prompts/${id}.md`));
  const pages = firstOf([createSwaggerAssets(), createWidgetAssets()]);
  for (const name of PAGE_ASSETS) {
    const asset = await pages.get(name);
    if (asset === null)
      throw new AppError("data_missing", `${name} is missing: run npm ci and npm run build:widget`);
    files.set(`pages/${name}`, asset.body);
  }
  return files;
}

async function buildOf(settings: Settings): Promise<string> {
  const there = await currentBuild(settings.INDEX_DIR);
  if (there !== null) return there;
  await loadIndex(settings, createTerminalProgress({ stream: process.stderr }));
  const built = await currentBuild(settings.INDEX_DIR);
  if (built === null) throw new AppError("index_corrupt", `${settings.INDEX_DIR} holds no index`);
  return built;
}

await runCommand(buildWorker(process.env));
