import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { quantiseRows } from "../../domain/quantised-rows.ts";
import { type Manifest, manifestSchema, sha256 } from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { createExactVectorIndex } from "../core/exact-vector-index.ts";
import { isOfEncoder, openStoredIndex, type VectorPart } from "../core/open-stored-index.ts";
import { loadHnsw } from "./hnsw-vector-index.ts";

export interface ReadIndexTools {
  readonly encoder: Encoder;
  readonly analyzer: Analyzer;
  /** "hnsw" (default) or "exact" search over the portable vectors. */
  readonly vectorSearch?: "hnsw" | "exact";
}

const pointerSchema = z.object({ build: z.string().regex(/^[0-9a-f]{16}$/u) });

/** The folder of the build that `current.json` points at; null when there is no index yet. */
export async function currentBuild(directory: string): Promise<string | null> {
  const path = join(directory, "current.json");
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw corrupt(path, error);
  });
  if (text === null) return null;
  const pointer = pointerSchema.safeParse(parseJson(path, text));
  if (!pointer.success) throw corrupt(path, pointer.error);
  return join(directory, "builds", pointer.data.build);
}

/**
 * Reads one build and checks every file against the manifest.
 * @throws AppError `index_corrupt` naming the file that is missing, cut or edited;
 * `encoder_mismatch` when the build was made with another encoder.
 */
export async function readIndexFolder(folder: string, tools: ReadIndexTools): Promise<SearchIndex> {
  const { encoder, analyzer, vectorSearch = "hnsw" } = tools;
  const manifest = await readManifest(folder);
  if (!isOfEncoder(manifest, encoder)) {
    throw new AppError(
      "encoder_mismatch",
      `the index was built with the encoder ${manifest.encoder.id} and ${encoder.id} is in use: ` +
        `rebuild it with "npm run index", or set EMBEDDING_MODEL back`,
    );
  }
  const files = await verifiedFiles(folder, manifest);
  const bytes = (name: string): Uint8Array<ArrayBuffer> => {
    const found = files.get(name);
    if (!found) throw corrupt(join(folder, name), null);
    return found;
  };
  const { dimensions } = manifest.encoder;
  const floats = (part: VectorPart): Float32Array => new Float32Array(bytes(`${part}.f32`).slice().buffer);
  return openStoredIndex(
    {
      manifest,
      text: (name) => Promise.resolve(new TextDecoder().decode(bytes(name))),
      // In one byte a number, as a Worker has them: what is nearly as near as the limit is judged the same way there.
      rows: (part) => Promise.resolve(quantiseRows(floats(part), dimensions)),
      search: (part, rows) =>
        vectorSearch === "exact"
          ? Promise.resolve(createExactVectorIndex(rows))
          : loadHnsw(join(folder, `hnsw-${part}`), dimensions, encoder, manifest.settings.hnsw),
      damaged: (name, cause) => corrupt(join(folder, name), cause),
    },
    analyzer,
  );
}

/** @throws AppError `index_corrupt` when the folder has no manifest that can be read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, "manifest.json");
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw corrupt(path, error);
  });
  const manifest = manifestSchema.safeParse(parseJson(path, text));
  if (!manifest.success) throw corrupt(path, manifest.error);
  return manifest.data;
}

async function verifiedFiles(
  folder: string,
  manifest: Manifest,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const entries = await Promise.all(
    Object.keys(manifest.files).map(async (name): Promise<[string, Uint8Array<ArrayBuffer>]> => [
      name,
      await readVerified(folder, manifest, name),
    ]),
  );
  return new Map(entries);
}

/** A file of a build. @throws AppError `index_corrupt` when it is not the one that the manifest lists. */
export async function readVerified(
  folder: string,
  manifest: Manifest,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, name);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw corrupt(path, error);
  });
  const expected = manifest.files[name];
  if (bytes.length !== expected?.bytes || (await sha256(new Uint8Array(bytes))) !== expected.sha256) {
    throw corrupt(path, null);
  }
  return bytes;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw corrupt(path, error);
  }
}

function corrupt(path: string, cause: unknown): AppError {
  const what = isMissing(cause) ? "is missing" : "is damaged";
  return new AppError(
    "index_corrupt",
    `the index file ${path} ${what}: rebuild the index with "npm run index -- --corpus DIR --out DIR" (the report's folder, the index's folder)`,
    { cause },
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
