import type { UnitRows } from "../../domain/unit-rows.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { VectorIndex } from "../../ports/vector-index.ts";
import type { SearchedPart } from "../core/open-stored-index.ts";
import { checkVectorize } from "./check-vectorize.ts";
import { createVectorizeIndex, type VectorizeBinding } from "./vectorize-index.ts";
import { namespaceOf, searchedParts, type VectorManifest } from "./vectorize-names.ts";
import { createWorkersAiEncoder, type EmbeddingAi } from "./workers-ai-encoder.ts";
import { workersAiModelFor } from "./workers-ai-models.ts";

/** Bindings of wrangler.toml, each of which may be absent. */
export interface VectorBindings {
  readonly ai?: EmbeddingAi | undefined;
  readonly vectorize?: VectorizeBinding | undefined;
}

/** What the bindings take over; null is what stays in the isolate. */
export interface VectorSearch {
  readonly encoder: Encoder | null;
  /** Search over one part of the build; `rows`, where they are in the isolate anyway, score what is found (see createVectorizeIndex). */
  readonly index: ((part: SearchedPart, rows?: UnitRows) => VectorIndex) | null;
}

/**
 * Encoder and search of a build as far as they are left to Workers AI and Vectorize, held against the build's manifest before anything is
 * answered. Either may be bound without the other: the bundled encoder's vectors are searched by Vectorize as well. Null without bindings.
 * @throws AppError what `workersAiModelFor` and `checkVectorize` throw.
 */
export async function vectorSearchFor(
  { ai, vectorize }: VectorBindings,
  manifest: VectorManifest,
): Promise<VectorSearch | null> {
  if (!ai && !vectorize) return null;
  const encoder = ai ? createWorkersAiEncoder(ai, workersAiModelFor(manifest.encoder)) : null;
  if (!vectorize) return { encoder, index: null };
  await checkVectorize(vectorize, manifest);
  const parts = searchedParts(manifest);
  const { dimensions } = manifest.encoder;
  return {
    encoder,
    index: (part, rows) =>
      createVectorizeIndex(vectorize, {
        namespace: namespaceOf(manifest.id, part),
        size: parts.get(part) ?? 0,
        dimensions,
        rows,
      }),
  };
}
