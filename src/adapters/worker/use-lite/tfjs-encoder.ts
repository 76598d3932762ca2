import { Embeddings } from "@langchain/core/embeddings";
import { loadGraphModel, type GraphModel } from "@tensorflow/tfjs-converter";
import { dispose, engine, tensor1d, tensor2d, type Tensor } from "@tensorflow/tfjs-core";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { foldWhiteSpace } from "../../../domain/fold-white-space.ts";
import { sha256 } from "../../../indexing/index.ts";
import type { Encoder } from "../../../ports/encoder.ts";
import { releasePacked } from "./release-packed.ts";
import { startTfjs } from "./start-tfjs.ts";
import { createTokenizer, type Tokenize } from "./tokenizer.ts";

/** The files of the bundled encoder, by name, as bytes. */
export type ReadFile = (name: string) => Promise<ArrayBuffer>;

export interface TfjsEncoderOptions {
  /** tfjs-backend-wasm-simd.wasm, compiled. */
  readonly module: WebAssembly.Module;
  /** Gives encoder.json, model.json and its weights, tokenizer.json and tokenizer_config.json. */
  readonly read: ReadFile;
  /** Texts encoded at a time by `embedDocuments`. Default 32. */
  readonly batchSize?: number;
}

const descriptionSchema = z.object({
  id: z.string(),
  dimensions: z.int().positive(),
  /** Pieces of a text that are read. */
  maxTokens: z.int().positive(),
  /** SHA-256 (hex) of the other files by their names. */
  files: z.record(z.string(), z.string()),
});
type Description = z.infer<typeof descriptionSchema>;

const graphSchema = z.object({
  modelTopology: z.record(z.string(), z.unknown()),
  weightsManifest: z.tuple([
    z.object({
      paths: z.array(z.string()),
      weights: z.array(
        z.object({
          name: z.string(),
          dtype: z.enum(["float32", "int32"]),
          shape: z.array(z.int()),
        }),
      ),
    }),
  ]),
});

/** Inputs of the graph: a row of (text, place) for each piece, and the pieces' ids. Its output is the texts' unit vectors. */
const INPUTS = { places: "indices", ids: "values" } as const;

/**
 * The bundled encoder where onnxruntime does not run: the original graph and weights of the Universal Sentence Encoder "lite"
 * (Cer et al. 2018, arXiv 1803.11175) on TensorFlow.js, whose vectors are those of the encoder on Node.
 * @throws AppError `encoder_unavailable` when a file is missing or damaged, or WebAssembly does not start.
 */
export async function createTfjsEncoder(options: TfjsEncoderOptions): Promise<Encoder> {
  const { module, batchSize = 32 } = options;
  try {
    const description = descriptionSchema.parse(parseJson(await options.read("encoder.json")));
    const read: ReadFile = async (name) => {
      const bytes = await options.read(name);
      if ((await sha256(new Uint8Array(bytes))) === description.files[name]) return bytes;
      throw new TypeError(`${name} is not the file that encoder.json lists`);
    };
    const tokenize = createTokenizer(
      parseJson(await read("tokenizer.json")),
      parseJson(await read("tokenizer_config.json")),
    );
    await startTfjs(module);
    const graph = await loadGraph(graphSchema.parse(parseJson(await read("model.json"))), read);
    releasePacked(Object.values(graph.weights).flat());
    return new TfjsEncoder(description, batchSize, tokenize, graph);
  } catch (cause) {
    // What was read until then lies in WebAssembly's memory, which only goes with its backend.
    engine().reset();
    throw new AppError(
      "encoder_unavailable",
      'The bundled encoder cannot be loaded: build the Worker anew with "npm run build:worker".',
      { cause },
    );
  }
}

function parseJson(bytes: ArrayBuffer): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** One shard of weights after the other, so that no two copies of all are in memory at once. */
function loadGraph(
  { modelTopology, weightsManifest: [{ paths, weights }] }: z.infer<typeof graphSchema>,
  read: ReadFile,
): Promise<GraphModel> {
  const left = paths.values();
  const getWeightStream = (): ReadableStream<ArrayBuffer> =>
    new ReadableStream({
      pull: async (controller) => {
        const { value, done } = left.next();
        if (done) controller.close();
        else controller.enqueue(await read(value));
      },
    });
  const load = () => Promise.resolve({ modelTopology, weightSpecs: weights, getWeightStream });
  return loadGraphModel({ load }, { streamWeights: true });
}

class TfjsEncoder extends Embeddings implements Encoder {
  readonly id: string;
  readonly dimensions: number;
  readonly #maxTokens: number;

  constructor(
    { id, dimensions, maxTokens }: Description,
    readonly batchSize: number,
    readonly tokenize: Tokenize,
    readonly graph: GraphModel,
  ) {
    super({});
    this.id = id;
    this.dimensions = dimensions;
    this.#maxTokens = maxTokens;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let at = 0; at < texts.length; at += this.batchSize) {
      vectors.push(...(await this.#encode(texts.slice(at, at + this.batchSize))));
    }
    return vectors;
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector = []] = await this.#encode([text]);
    return vector;
  }

  async #encode(texts: readonly string[]): Promise<number[][]> {
    const pieces = texts.map((text) => this.tokenize(foldWhiteSpace(text)).slice(0, this.#maxTokens));
    const places = pieces.flatMap((ids, text) => ids.map((_, place): [number, number] => [text, place]));
    const inputs = {
      [INPUTS.places]: tensor2d(places, [places.length, 2], "int32"),
      [INPUTS.ids]: tensor1d(pieces.flat(), "int32"),
    };
    // Which pieces are padding is found while it runs: `execute` refuses such graphs.
    const output = await this.graph.executeAsync(inputs).finally(() => {
      dispose(inputs);
    });
    const data = await readOut(output);
    return texts.map((_, row) =>
      Array.from(data.subarray(row * this.dimensions, (row + 1) * this.dimensions)),
    );
  }
}

async function readOut(output: Tensor | Tensor[]): Promise<Float32Array> {
  if (Array.isArray(output)) throw new TypeError("the encoder's graph has one output");
  try {
    const data = await output.data();
    if (!(data instanceof Float32Array)) throw new TypeError("the encoder's output is not 32-bit floats");
    return data;
  } finally {
    output.dispose();
  }
}
