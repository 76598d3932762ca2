import { quantiseRows } from "../../domain/quantised-rows.ts";
import { sha256 } from "../../indexing/index.ts";
import { readManifest, readVerified } from "./read-index-folder.ts";
import { TUNING_FILE } from "./tuning-file.ts";

/** What a Worker has no use for: it searches without the graphs, and its encoder comes tuned. */
const LEFT_OUT = ["hnsw-", TUNING_FILE];
/** Vectors, which are stored in one byte a number. */
const QUANTISED = /^(.+)\.f32$/u;

/**
 * The files of a build as a Worker reads them, by name, with a manifest of their own.
 * @throws AppError `index_corrupt` naming the one that is missing, cut or edited.
 */
export async function workerIndexFiles(folder: string): Promise<Map<string, Uint8Array>> {
  const manifest = await readManifest(folder);
  const { dimensions } = manifest.encoder;
  const files = new Map<string, Uint8Array>();
  const listed: typeof manifest.files = {};
  for (const name of Object.keys(manifest.files)) {
    if (LEFT_OUT.some((start) => name.startsWith(start))) continue;
    const bytes = await readVerified(folder, manifest, name);
    const part = QUANTISED.exec(name)?.[1];
    const [stored, content] =
      part === undefined
        ? [name, bytes]
        : [`${part}.i8`, quantiseRows(new Float32Array(new Uint8Array(bytes).buffer), dimensions).bytes()];
    files.set(stored, content);
    listed[stored] = { sha256: await sha256(content), bytes: content.length };
  }
  const text = JSON.stringify({ ...manifest, files: listed });
  return files.set("manifest.json", new TextEncoder().encode(text));
}
