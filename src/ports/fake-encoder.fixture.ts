import { Embeddings } from "@langchain/core/embeddings";
import type { Encoder } from "./encoder.ts";

/**
 * A deterministic stand-in for a real encoder in tests: every word is hashed (FNV-1a) to one
 * dimension, the counts are scaled to norm 1. Texts that share words are near each other;
 * a text without words gives the first basis vector. Its id is `fake@<dimensions>`.
 */
export function createFakeEncoder(dimensions = 64): Encoder {
  return new FakeEncoder(dimensions);
}

class FakeEncoder extends Embeddings implements Encoder {
  readonly id: string;

  constructor(readonly dimensions: number) {
    super({});
    this.id = `fake@${dimensions}`;
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.resolve(texts.map((text) => this.#encode(text)));
  }

  override embedQuery(text: string): Promise<number[]> {
    return Promise.resolve(this.#encode(text));
  }

  #encode(text: string): number[] {
    const counts = new Array<number>(this.dimensions).fill(0);
    const words =
      text
        .normalize("NFKC")
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const word of words) {
      const bucket = fnv1a(word) % this.dimensions;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    if (words.length === 0) counts[0] = 1;
    const norm = Math.hypot(...counts);
    return counts.map((count) => count / norm);
  }
}

function fnv1a(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
