import type { CrossEncoder } from "../../ports/cross-encoder.ts";
import { loadLibrary, locateModel, modelUnavailable } from "./transformers-models.ts";

export interface CrossEncoderOptions {
  /** A Transformers.js sequence classifier with one score (`Xenova/ms-marco-MiniLM-L-6-v2`), or a folder with one. */
  readonly model: string;
  /** Folder of models fetched from the hub. */
  readonly modelsDir: string;
  /** Texts read at a time. Default 8. */
  readonly batchSize?: number;
}

/**
 * A cross-encoder run locally by Transformers.js, ready to use.
 * @throws AppError `encoder_unavailable` naming the model and the remedy.
 */
export async function createTransformersCrossEncoder(options: CrossEncoderOptions): Promise<CrossEncoder> {
  const { model, modelsDir, batchSize = 8 } = options;
  const unavailable = (remote: boolean, cause: unknown) =>
    modelUnavailable("reranker", model, { remote, without: "leave RERANKER_MODEL out", cause });
  const library = await loadLibrary(unavailable);
  const place = await locateModel(model, modelsDir);
  const from = { cache_dir: place.folder, local_files_only: place.local };
  try {
    const [tokenizer, classifier] = await Promise.all([
      library.AutoTokenizer.from_pretrained(place.name, from),
      library.AutoModelForSequenceClassification.from_pretrained(place.name, {
        ...from,
        quantized: place.quantized,
      }),
    ]);
    const read = async (query: string, texts: readonly string[]): Promise<number[]> => {
      const pairs = { text_pair: [...texts], padding: true, truncation: true };
      const inputs: unknown = tokenizer._call(
        texts.map(() => query),
        pairs,
      );
      const output: unknown = await classifier._call(inputs);
      return logitsOf(output, texts.length).map((logit) => 1 / (1 + Math.exp(-logit)));
    };
    // Fails here, not at the first question, when the model is of another kind.
    await read("ready", ["ready"]);
    return {
      id: model,
      score: async (query, texts, signal) => {
        const scores: number[] = [];
        for (let at = 0; at < texts.length; at += batchSize) {
          signal?.throwIfAborted();
          scores.push(...(await read(query, texts.slice(at, at + batchSize))));
        }
        return scores;
      },
    };
  } catch (cause) {
    throw unavailable(!place.local, cause);
  }
}

/** One score a text, from the model's output. */
function logitsOf(output: unknown, count: number): number[] {
  const data =
    typeof output === "object" && output !== null && "logits" in output ? dataOf(output.logits) : null;
  if (data?.length !== count) throw new TypeError("the model does not give one score for each text");
  return Array.from(data);
}

function dataOf(tensor: unknown): Float32Array | null {
  const data = typeof tensor === "object" && tensor !== null && "data" in tensor ? tensor.data : null;
  return data instanceof Float32Array ? data : null;
}
