import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { USE_LITE_DIMENSIONS } from "./graph.ts";
import { useLiteId } from "./prepare.ts";
import { locateUseLite, readUseLite } from "./source.ts";
import { sha256 } from "./stamp.ts";
import { tokenizerConfigJson, tokenizerJson, USE_LITE_MAX_TOKENS } from "./tokenizer.ts";

/**
 * The bundled encoder's files as a Worker reads them, by name: the original graph and weights as they come in the package, the
 * tokenizer that the encoder on Node has, and encoder.json with its id, so that
 * an index knows both for one encoder, and the hashes of the others.
 * @param tuning what a corpus adds to the weights; it is in them then
 * @throws AppError `encoder_unavailable` when the package is missing or damaged, `corpus_unreadable` for a tuning that does
 * not fit.
 */
export async function workerEncoderFiles(
  tuning: Uint8Array | null = null,
  source = locateUseLite(),
): Promise<Map<string, Uint8Array>> {
  const { vocabulary, shards } = await readUseLite(source, tuning);
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    ["tokenizer.json", encoder.encode(JSON.stringify(tokenizerJson(vocabulary)))],
    ["tokenizer_config.json", encoder.encode(JSON.stringify(tokenizerConfigJson(vocabulary)))],
  ]);
  files.set("model.json", await readFile(join(source.directory, "model.json")));
  for (const [name, bytes] of shards) files.set(name, bytes);
  const description = {
    id: useLiteId(tuning),
    dimensions: USE_LITE_DIMENSIONS,
    maxTokens: USE_LITE_MAX_TOKENS,
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)])),
  };
  return files.set("encoder.json", encoder.encode(JSON.stringify(description)));
}
