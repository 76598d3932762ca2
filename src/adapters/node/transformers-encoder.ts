import { Embeddings } from "@langchain/core/embeddings";
import type { FeatureExtractionPipeline } from "@xenova/transformers";
import { AppError } from "../../domain/errors.ts";
import { foldWhiteSpace } from "../../domain/fold-white-space.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { Progress } from "../../ports/progress.ts";
import { loadLibrary, locateModel, modelUnavailable } from "./transformers-models.ts";
import { prepareUseLite, USE_LITE } from "./use-lite/prepare.ts";

/** How token vectors become one: their mean, or the first token's. */
export type Pooling = "mean" | "cls";

export interface TransformersEncoderOptions {
  /**
   * `use-lite` (bundled, the default), a Transformers.js feature-extraction model of the hub
   * (`Xenova/all-MiniLM-L6-v2`), or a folder with one: an absolute path, or one that starts with `./` or `../`.
   */
  readonly model?: string;
  /** Folder of the bundled encoder's files and of models fetched from the hub. */
  readonly modelsDir: string;
  /** Texts encoded at a time by `embedDocuments`. Default 32. */
  readonly batchSize?: number;
  /** By default what the model was trained with: `cls` for use-lite and bge, else `mean`. */
  readonly pooling?: Pooling;
  readonly progress?: Progress;
  /** What a corpus adds to the weights of the bundled encoder; others have no use for it. Default nothing. */
  readonly tuning?: Uint8Array | null;
}

/**
 * A sentence encoder run locally by Transformers.js, ready to use. The library (0.2 s) is loaded by this
 * call, not by importing this file. Nothing is remembered about a failure: a later call tries again.
 * @throws AppError `encoder_unavailable` naming the model and the remedy; `target_unwritable` when the
 * bundled encoder cannot be written to `modelsDir`; `corpus_unreadable` for a tuning that does not fit.
 */
export async function createTransformersEncoder(options: TransformersEncoderOptions): Promise<Encoder> {
  const { model = USE_LITE, modelsDir, batchSize = 32, progress, tuning = null } = options;
  const bundled = model === USE_LITE;
  const pooling = options.pooling ?? (bundled || /bge/iu.test(model) ? "cls" : "mean");
  // Both take a while and need nothing of each other.
  const [prepared, library] = await Promise.all([
    bundled ? prepareUseLite({ modelsDir, tuning, ...(progress && { progress }) }) : null,
    loadLibrary((remote, cause) => unavailable(model, remote, cause)),
  ]);
  const place = await locateModel(prepared?.name ?? model, modelsDir);
  try {
    const pipeline = await library.pipeline("feature-extraction", place.name, {
      cache_dir: place.folder,
      local_files_only: bundled || place.local,
      quantized: place.quantized,
    });
    const encode = encodeWith(pipeline, pooling, !bundled);
    const dimensions = (await encode(["dimensions"]))[0]?.length ?? 0;
    const id = prepared?.id ?? model;
    return new TransformersEncoder({ id, dimensions, batchSize, tuning: bundled ? tuning : null }, encode);
  } catch (cause) {
    throw unavailable(model, !bundled && !place.local, cause);
  }
}

type Encode = (texts: string[]) => Promise<number[][]>;

class TransformersEncoder extends Embeddings implements Encoder {
  readonly #encode: Encode;

  readonly id: string;
  readonly dimensions: number;
  readonly batchSize: number;
  readonly tuning: Uint8Array | null;

  constructor(
    given: Pick<TransformersEncoder, "id" | "dimensions" | "batchSize" | "tuning">,
    encode: Encode,
  ) {
    super({});
    this.id = given.id;
    this.dimensions = given.dimensions;
    this.batchSize = given.batchSize;
    this.tuning = given.tuning;
    this.#encode = encode;
  }

  /** Texts of like length share a batch, so that little is spent on padding; the order is kept. */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const folded = texts.map((text, index) => ({ text: foldWhiteSpace(text), index }));
    folded.sort((a, b) => a.text.length - b.text.length || a.index - b.index);
    const vectors = new Array<number[]>(texts.length);
    for (let at = 0; at < folded.length; at += this.batchSize) {
      const batch = folded.slice(at, at + this.batchSize);
      const encoded = await this.#encode(batch.map(({ text }) => text));
      encoded.forEach((vector, row) => (vectors[batch[row]?.index ?? 0] = vector));
    }
    return vectors;
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector = []] = await this.#encode([foldWhiteSpace(text)]);
    return vector;
  }
}

function encodeWith(pipeline: FeatureExtractionPipeline, pooling: Pooling, normalize: boolean): Encode {
  return async (texts) => {
    const { data, dims } = await pipeline(texts, { pooling, normalize });
    if (!(data instanceof Float32Array)) throw new TypeError("the model's output is not 32-bit floats");
    const width = dims.at(-1) ?? 0;
    return texts.map((_, row) => Array.from(data.subarray(row * width, (row + 1) * width)));
  };
}

function unavailable(model: string, remote: boolean, cause: unknown): AppError {
  if (model !== USE_LITE) {
    return modelUnavailable("encoder", model, { remote, without: `set the model to ${USE_LITE}`, cause });
  }
  const message = `The encoder "${model}" cannot be loaded: run npm ci and start again.`;
  return new AppError("encoder_unavailable", message, { cause });
}
