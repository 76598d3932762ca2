import { describe, expect, it } from "vitest";
import type { VectorIndex } from "./vector-index.ts";

/**
 * What every VectorIndex must do. `make` gets unit vectors, row by row. Similarities may be off by `within`, which is what
 * 32-bit floats round off, or what an index says that it does; it may say as well that a search gives at most `mostRows`.
 */
export function vectorIndexContract(
  name: string,
  make: (vectors: number[][]) => Promise<VectorIndex>,
  within = 5e-6,
  mostRows = Infinity,
): void {
  describe(`${name} keeps the VectorIndex contract`, () => {
    const vectors = unitVectors(200, 16, 7);

    it("finds a stored vector as its own nearest neighbour with similarity 1", async () => {
      const index = await make(vectors);
      for (const row of [0, 57, 199]) {
        const [nearest] = await index.search(vectors[row] ?? [], 3);
        expect(nearest?.row).toBe(row);
        expect(Math.abs((nearest?.similarity ?? 0) - 1)).toBeLessThan(within);
      }
    });

    it("orders by falling similarity and gives at most k rows", async () => {
      const index = await make(vectors);
      const found = await index.search(vectors[3] ?? [], 20);
      expect(found).toHaveLength(20);
      const similarities = found.map((n) => n.similarity);
      expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
      expect(await index.search(vectors[3] ?? [], 0)).toEqual([]);
      expect(await index.search(vectors[3] ?? [], 1000)).toHaveLength(Math.min(200, mostRows));
    });

    it("breaks ties by row", async () => {
      const index = await make(
        [
          [1, 0],
          [0, 1],
          [0, 1],
          [0, 1],
        ].map((v) => [...v]),
      );
      const found = await index.search([0, 1], 3);
      expect(found.map((n) => n.row)).toEqual([1, 2, 3]);
    });

    it("refuses a query of other dimensions and says what to do", async () => {
      const index = await make(vectors);
      await expect(index.search([1, 0], 3)).rejects.toMatchObject({
        code: "encoder_mismatch",
        message: expect.stringContaining("rebuild"),
      });
    });
  });
}

/** Reproducible unit vectors (mulberry32). */
export function unitVectors(count: number, dimensions: number, seed: number): number[][] {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return Array.from({ length: count }, () => {
    const vector = Array.from({ length: dimensions }, () => random() - 0.5);
    const norm = Math.hypot(...vector);
    return vector.map((x) => x / norm);
  });
}
