import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { USE_LITE_DIMENSIONS } from "./graph.ts";
import { USE_LITE_ID } from "./prepare.ts";
import { locateUseLite, readUseLite } from "./source.ts";
import { sha256 } from "./stamp.ts";
import { tokenizerConfigJson, tokenizerJson, USE_LITE_MAX_TOKENS } from "./tokenizer.ts";

/**
 * The bundled encoder's files as a Worker reads them, by name: the original graph and weights as they come in the package, the
 * tokenizer that the encoder on Node has, and encoder.json with its id, so that
 * an index knows both for one encoder, and the hashes of the others.
 * @throws AppError `encoder_unavailable` when the package is missing or damaged.
 */
export async function workerEncoderFiles(source = locateUseLite()): Promise<Map<string, Uint8Array>> {
  const { vocabulary, shards } = await readUseLite(source);
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    ["tokenizer.json", encoder.encode(JSON.stringify(tokenizerJson(vocabulary)))],
    ["tokenizer_config.json", encoder.encode(JSON.stringify(tokenizerConfigJson(vocabulary)))],
  ]);
  for (const name of ["model.json", ...shards]) files.set(name, await readFile(join(source.directory, name)));
  const description = {
    id: USE_LITE_ID,
    dimensions: USE_LITE_DIMENSIONS,
    maxTokens: USE_LITE_MAX_TOKENS,
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)])),
  };
  return files.set("encoder.json", encoder.encode(JSON.stringify(description)));
}
