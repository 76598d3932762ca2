import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { join, parse } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { currentBuild, readManifest, readVerified } from "../adapters/node/read-index-folder.ts";
import { vectorizeLines } from "../adapters/worker/vectorize-lines.ts";
import { searchedParts } from "../adapters/worker/vectorize-names.ts";
import { AppError } from "../domain/errors.ts";
import type { Manifest } from "../indexing/index.ts";
import type { Progress } from "../ports/progress.ts";

/** The most vectors that one run of wrangler uploads. */
const MOST_IN_FILE = 100_000;
/** https://developers.cloudflare.com/vectorize/platform/limits/ */
const MOST_DIMENSIONS = 1536;

export interface WriteVectorsOptions {
  readonly indexDir: string;
  /** The file to write; `vectors.ndjson` becomes `vectors-1.ndjson`, `vectors-2.ndjson` where one is too little. */
  readonly out: string;
  readonly progress: Progress;
  /** Vectors in a file. Default 100,000. */
  readonly mostInFile?: number;
}

export interface WrittenVectors {
  readonly manifest: Manifest;
  readonly files: readonly { readonly path: string; readonly vectors: number; readonly bytes: number }[];
}

/**
 * Writes the vectors of the build in an index folder as NDJSON for `wrangler vectorize insert`. Each file appears when it is whole.
 * @throws AppError `data_missing` without an index, `index_corrupt`, `invalid_request` for vectors that Vectorize does not take,
 * `target_unwritable`.
 */
export async function writeVectors(options: WriteVectorsOptions): Promise<WrittenVectors> {
  const { indexDir, out, progress, mostInFile = MOST_IN_FILE } = options;
  const folder = await currentBuild(indexDir);
  if (folder === null) {
    throw new AppError("data_missing", `there is no index in ${indexDir}: build one with "npm run index"`);
  }
  const manifest = await readManifest(folder);
  const { dimensions } = manifest.encoder;
  if (dimensions > MOST_DIMENSIONS) {
    throw new AppError(
      "invalid_request",
      `the index's vectors have ${dimensions} dimensions and Vectorize takes ${MOST_DIMENSIONS}: build it with another EMBEDDING_MODEL`,
    );
  }
  const total = [...searchedParts(manifest).values()].reduce((sum, rows) => sum + rows, 0);
  const lines = vectorizeLines(manifest, async (part) => {
    const bytes = await readVerified(folder, manifest, `${part}.f32`);
    return new Float32Array(bytes.slice().buffer);
  });
  progress.start("Writing vectors", total);
  try {
    const files: WrittenVectors["files"][number][] = [];
    for (let from = 0; from < total; from += mostInFile) {
      const vectors = Math.min(mostInFile, total - from);
      const path = total > mostInFile ? numbered(out, files.length + 1) : out;
      const bytes = await writeFile(path, take(lines, vectors, progress));
      files.push({ path, vectors, bytes });
    }
    return { manifest, files };
  } finally {
    progress.stop();
  }
}

async function* take(
  lines: AsyncGenerator<string, void>,
  count: number,
  progress: Progress,
): AsyncGenerator<string, void> {
  for (let i = 0; i < count; i += 1) {
    const { value, done } = await lines.next();
    if (done === true) return;
    progress.advance();
    yield `${value}\n`;
  }
}

/** Gives the bytes written. */
async function writeFile(path: string, lines: AsyncGenerator<string, void>): Promise<number> {
  const draft = `${path}.draft`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(draft));
    await rename(draft, path);
    return (await stat(path)).size;
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    if (cause instanceof AppError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("target_unwritable", `cannot write ${path}: ${reason}`, { cause });
  }
}

function numbered(path: string, number: number): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}-${number}${ext}`);
}
