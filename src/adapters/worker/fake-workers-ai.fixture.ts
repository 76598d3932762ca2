import { createFakeEncoder } from "../../ports/fake-encoder.fixture.ts";
import type { EmbeddingAi, EmbeddingInputs } from "./workers-ai-encoder.ts";
import { WORKERS_AI_MODELS } from "./workers-ai-models.ts";

export interface FakeWorkersAi extends EmbeddingAi {
  /** The inputs of the calls so far. */
  readonly calls: readonly EmbeddingInputs[];
}

export interface FakeWorkersAiOptions {
  /** Throws in place of an answer. */
  readonly fail?: (call: number) => Error | null;
  /** What is answered in place of the vectors. */
  readonly answer?: (output: { data: number[][]; pooling: string }) => unknown;
}

/**
 * The AI binding as it is documented: at most 100 texts a call, none of them empty; `mean` pooling unless told; a model it does not
 * have is 5007. Vectors hash words and are not of norm 1; pooled by mean they are others.
 */
export function createFakeWorkersAi({ fail, answer }: FakeWorkersAiOptions = {}): FakeWorkersAi {
  const calls: EmbeddingInputs[] = [];
  return {
    calls,
    run: async (name, inputs) => {
      calls.push(inputs);
      const failure = fail?.(calls.length - 1);
      if (failure) throw failure;
      const model = WORKERS_AI_MODELS.find((own) => own.model === name);
      if (!model) throw upstream(5007, `No such model ${name} or task`);
      const { text } = inputs;
      if (text.length > 100) throw upstream(3006, "Request is too large");
      if (text.some((one) => one === "")) throw upstream(3003, "Request is missing headers or body: text");
      const takesPooling = "pooling" in model.options;
      if (!takesPooling && inputs.truncate_inputs !== true && text.some((one) => one.length > 30_000)) {
        throw upstream(3006, "Request is too large");
      }
      const pooling = takesPooling ? (inputs.pooling ?? "mean") : "cls";
      const vectors = await createFakeEncoder(model.dimensions).embedDocuments(text);
      const data = vectors.map((vector) => {
        const scaled = vector.map((value) => 3 * value);
        return pooling === "cls" ? scaled : scaled.reverse();
      });
      const output = { shape: [data.length, model.dimensions], data, pooling };
      return answer ? answer(output) : output;
    },
  };
}

/** An error as the binding throws it. */
export function upstream(code: number, description: string): Error {
  const error = new Error(`${code}: ${description}`);
  error.name = "InferenceUpstreamError";
  return error;
}
