import { describe, expect, it } from "vitest";
import type { Encoder } from "./encoder.ts";

const TEXTS = [
  "Migration.",
  "The two governments agreed to share the water of the Colorado River and the Rio Grande.",
  "Trade between the United States and Mexico grew.",
  "Water is shared.",
  "¿Qué dice el informe sobre la migración?",
];

/** What every Encoder must do. `make` may give the same encoder every time. */
export function encoderContract(name: string, make: () => Promise<Encoder>): void {
  describe(`${name} keeps the Encoder contract`, () => {
    it("has an id and gives unit vectors of its dimensions", async () => {
      const encoder = await make();
      expect(encoder.id).not.toBe("");
      expect(encoder.dimensions).toBeGreaterThan(1);
      for (const vector of await encoder.embedDocuments(TEXTS)) {
        expect(vector).toHaveLength(encoder.dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      }
    });

    it("gives a text the same vector alone, in a batch and again, in the order asked for", async () => {
      const encoder = await make();
      const together = await encoder.embedDocuments([...TEXTS, ...TEXTS]);
      expect(together).toHaveLength(2 * TEXTS.length);
      for (const [i, text] of TEXTS.entries()) {
        const alone = await encoder.embedQuery(text);
        expect(await encoder.embedQuery(text)).toEqual(alone);
        expect(furthest(alone, together[i])).toBeLessThan(1e-5);
        expect(furthest(alone, together[i + TEXTS.length])).toBeLessThan(1e-5);
      }
    });

    it("puts a text nearer to its paraphrase than to another subject", async () => {
      const encoder = await make();
      const question = await encoder.embedQuery("How do the two governments share water?");
      const [, water, trade] = await encoder.embedDocuments(TEXTS);
      expect(cosine(question, water)).toBeGreaterThan(cosine(question, trade) + 0.05);
    });

    it("reads any run of white space as one space", async () => {
      const encoder = await make();
      const spaced = await encoder.embedQuery("\n Water \t is\u00a0\n shared. ");
      expect(furthest(spaced, await encoder.embedQuery("Water is shared."))).toBe(0);
    });

    it("takes no texts, an empty text and a very long one", async () => {
      const encoder = await make();
      expect(await encoder.embedDocuments([])).toEqual([]);
      for (const text of ["", " \n", "water and trade ".repeat(2_000)]) {
        expect(Math.hypot(...(await encoder.embedQuery(text)))).toBeCloseTo(1, 5);
      }
    });
  });
}

/** Largest difference between two vectors' components. */
export function furthest(a: readonly number[], b: readonly number[] | undefined): number {
  return Math.max(...a.map((x, i) => Math.abs(x - (b?.[i] ?? Number.NaN))));
}

/** Dot product: the cosine of unit vectors. */
export function cosine(a: readonly number[], b: readonly number[] | undefined): number {
  return a.reduce((sum, x, i) => sum + x * (b?.[i] ?? Number.NaN), 0);
}
