import { AppError } from "../../domain/errors.ts";
import { readQuantisedRows } from "../../domain/quantised-rows.ts";
import { type Manifest, manifestSchema, sha256 } from "../../indexing/index.ts";
import { createExactVectorIndex } from "../core/exact-vector-index.ts";
import type { StoredIndex } from "../core/open-stored-index.ts";
import type { ReadAsset } from "./read-asset.ts";

/**
 * The build that travels with a Worker as static assets: as on Node, but that vectors have one byte a number. Every file is
 * checked against the manifest when it is read; vectors are searched one by one.
 * @throws AppError `index_corrupt` naming the file.
 */
export async function readAssetIndex(read: ReadAsset): Promise<StoredIndex> {
  const manifest = parseManifest(await read("index/manifest.json"));
  const { dimensions } = manifest.encoder;
  const checked = async (name: string): Promise<ArrayBuffer> => {
    const bytes = await read(`index/${name}`);
    const expected = manifest.files[name];
    if (expected?.sha256 !== (await sha256(new Uint8Array(bytes)))) throw damaged(name, null);
    return bytes;
  };
  return {
    manifest,
    text: async (name) => new TextDecoder().decode(await checked(name)),
    rows: async (part) => readQuantisedRows(await checked(`${part}.i8`), dimensions),
    search: (_, rows) => Promise.resolve(createExactVectorIndex(rows)),
    damaged,
  };
}

function parseManifest(bytes: ArrayBuffer): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw damaged("manifest.json", cause);
  }
}

function damaged(name: string, cause: unknown): AppError {
  return new AppError(
    "index_corrupt",
    `the Worker's index file ${name} is damaged: run "npm run build:worker" and deploy again`,
    { cause },
  );
}
