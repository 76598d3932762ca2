import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { foldWhiteSpace } from "../../domain/fold-white-space.ts";
import type { Encoder } from "../../ports/encoder.ts";
import { workersAiFailure } from "./workers-ai-failure.ts";
import type { WorkersAiModel } from "./workers-ai-models.ts";

/** What is used of the AI binding (`Ai` of @cloudflare/workers-types fits). */
export interface EmbeddingAi {
  run(model: WorkersAiModel["model"], inputs: EmbeddingInputs): Promise<unknown>;
}

export interface EmbeddingInputs {
  text: string[];
  pooling?: "cls";
  truncate_inputs?: true;
}

/** The most texts that a call takes, by the models' input schemas (`maxItems`). */
export const MOST_TEXTS = 100;

/** `{ shape, data, pooling }`; the service need not say how it pooled. */
const outputSchema = z.object({
  data: z.array(z.array(z.number())),
  pooling: z.string().nullish(),
});

/**
 * An encoder of Workers AI, through the binding. Its id is that of the Transformers.js model with the same weights, so an index built
 * on Node is read with it and no other. Vectors have norm 1. Nothing is asked of the service until a text is encoded, and nothing is
 * remembered about a failure.
 *
 * https://developers.cloudflare.com/workers-ai/configuration/bindings/ (not run against the service)
 * @throws AppError from its methods: `encoder_unavailable`, retryable when the service is busy or out of reach; `encoder_mismatch`
 * when the service pooled in another way than the index.
 */
export function createWorkersAiEncoder(ai: EmbeddingAi, model: WorkersAiModel): Encoder {
  const { encoderId: id, dimensions, options } = model;
  const encode = async (texts: readonly string[]): Promise<number[][]> => {
    const text = texts.map(foldWhiteSpace);
    const output = await ai.run(model.model, { text, ...options }).catch((cause: unknown) => {
      throw workersAiFailure(model.model, cause);
    });
    return unitVectors(output, texts.length, model);
  };
  return {
    id,
    dimensions,
    embedDocuments: async (texts) => {
      const vectors: number[][] = [];
      for (let at = 0; at < texts.length; at += MOST_TEXTS) {
        vectors.push(...(await encode(texts.slice(at, at + MOST_TEXTS))));
      }
      return vectors;
    },
    embedQuery: async (text) => {
      const [vector = []] = await encode([text]);
      return vector;
    },
  };
}

function unitVectors(output: unknown, count: number, { model, dimensions }: WorkersAiModel): number[][] {
  const read = outputSchema.safeParse(output);
  const pooling = read.data?.pooling ?? "cls";
  if (pooling !== "cls") {
    throw new AppError(
      "encoder_mismatch",
      `${model} pooled by ${pooling} and the index by cls: take the AI binding out of wrangler.toml`,
    );
  }
  const vectors = read.data?.data ?? [];
  const norms = vectors.map((vector) => Math.hypot(...vector));
  const sound =
    vectors.length === count &&
    vectors.every((vector, i) => vector.length === dimensions && (norms[i] ?? 0) > 0);
  if (!sound) {
    throw new AppError(
      "encoder_unavailable",
      `${model} gave something else than ${count} vectors of ${dimensions} numbers: see the log`,
      { cause: read.error ?? new Error(`${vectors.length} vectors of ${vectors[0]?.length ?? 0} numbers`) },
    );
  }
  return vectors.map((vector, i) => vector.map((value) => value / (norms[i] ?? 1)));
}
