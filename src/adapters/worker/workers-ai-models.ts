import { AppError } from "../../domain/errors.ts";

/** An embedding model of Workers AI whose weights Transformers.js has as well. */
export interface WorkersAiModel {
  readonly model: `@cf/${string}`;
  /** Encoder id of the indexes built on Node with the same weights and the same pooling: what EMBEDDING_MODEL named. */
  readonly encoderId: string;
  readonly dimensions: number;
  /** Sent beside the texts. */
  readonly options: { readonly pooling: "cls" } | { readonly truncate_inputs: true };
}

const CLS = { pooling: "cls" } as const;

/**
 * Which model of Workers AI serves which indexes. All four were trained with `cls` pooling, which Node uses for them. Workers AI
 * takes the mean unless told, and vectors of the two are not comparable
 * (https://developers.cloudflare.com/workers-ai/models/bge-small-en-v1.5/). bge-m3 takes no `pooling`, and fails on long texts unless
 * told to cut them (https://developers.cloudflare.com/workers-ai/models/bge-m3/).
 */
export const WORKERS_AI_MODELS: readonly WorkersAiModel[] = [
  {
    model: "@cf/baai/bge-small-en-v1.5",
    encoderId: "Xenova/bge-small-en-v1.5",
    dimensions: 384,
    options: CLS,
  },
  { model: "@cf/baai/bge-base-en-v1.5", encoderId: "Xenova/bge-base-en-v1.5", dimensions: 768, options: CLS },
  {
    model: "@cf/baai/bge-large-en-v1.5",
    encoderId: "Xenova/bge-large-en-v1.5",
    dimensions: 1024,
    options: CLS,
  },
  {
    model: "@cf/baai/bge-m3",
    encoderId: "Xenova/bge-m3",
    dimensions: 1024,
    options: { truncate_inputs: true },
  },
];

/**
 * The model that encodes questions for an index.
 * @throws AppError `encoder_mismatch` for an index of any other encoder, naming those that would do.
 */
export function workersAiModelFor(encoder: {
  readonly id: string;
  readonly dimensions: number;
}): WorkersAiModel {
  const found = WORKERS_AI_MODELS.find(
    ({ encoderId, dimensions }) => encoderId === encoder.id && dimensions === encoder.dimensions,
  );
  if (found) return found;
  const known = WORKERS_AI_MODELS.map(({ encoderId }) => encoderId).join(", ");
  throw new AppError(
    "encoder_mismatch",
    `the index was built with the encoder ${encoder.id} (${encoder.dimensions} dimensions), which Workers AI does not have: ` +
      `build it with EMBEDDING_MODEL set to one of ${known}, or take the AI binding out of wrangler.toml`,
  );
}
