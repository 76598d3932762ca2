import type { EmbeddingsInterface } from "@langchain/core/embeddings";

/**
 * A sentence encoder: LangChain's embeddings interface plus what an index must know of it.
 * Vectors have `dimensions` numbers and L2 norm 1, so a dot product is a cosine.
 */
export interface Encoder extends EmbeddingsInterface {
  /** Names model and revision; an index is only read with the encoder that wrote it. */
  readonly id: string;
  readonly dimensions: number;
  /** What its corpus adds to its weights, for an index to hold. */
  readonly tuning?: Uint8Array | null;
}
