import type { Vectorize } from "@cloudflare/workers-types";
import { describe, expect, expectTypeOf, it } from "vitest";
import { unitVectors } from "../../ports/vector-index.contract.ts";
import {
  createFakeVectorize,
  insertAll,
  refused,
  type FakeVectorize,
  type FakeVectorizeOptions,
} from "./fake-vectorize.fixture.ts";
import { createFakeWorkersAi } from "./fake-workers-ai.fixture.ts";
import { vectorSearchFor } from "./vector-search.ts";
import type { VectorizeBinding } from "./vectorize-index.ts";
import { namespaceOf, vectorId, searchedParts, type VectorManifest } from "./vectorize-names.ts";

const DIMENSIONS = 384;

function manifest(id = "0123456789abcdef", sentenceVectors = 30, dimensions = DIMENSIONS): VectorManifest {
  return {
    id,
    encoder: { id: "Xenova/bge-small-en-v1.5", dimensions },
    counts: {
      chapters: 1,
      passages: 4,
      passageVectors: 4,
      sentenceVectors,
      questions: { en: 10 },
      unanswered: { en: 3 },
    },
  };
}

/** The vectors of a build as they are exported, all different. */
function exported(own: VectorManifest): { id: string; namespace: string; values: number[] }[] {
  return [...searchedParts(own)].flatMap(([part, rows], seed) => {
    const namespace = namespaceOf(own.id, part);
    return unitVectors(rows, own.encoder.dimensions, seed).map((values, row) => ({
      id: vectorId(namespace, row),
      namespace,
      values,
    }));
  });
}

async function filled(
  own: VectorManifest,
  options: Partial<FakeVectorizeOptions> = {},
): Promise<FakeVectorize> {
  const vectorize = createFakeVectorize({ dimensions: own.encoder.dimensions, ...options });
  await insertAll(vectorize, exported(own));
  return vectorize;
}

it("takes the Vectorize binding as its types describe it", () => {
  expectTypeOf<Vectorize>().toExtend<VectorizeBinding>();
});

describe("vector search on Cloudflare's services", () => {
  it("is absent without bindings", async () => {
    expect(await vectorSearchFor({}, manifest())).toBeNull();
    expect(await vectorSearchFor({ ai: undefined, vectorize: undefined }, manifest())).toBeNull();
  });

  it("encodes with the index's model and searches each part apart", async () => {
    const [own, ai] = [manifest(), createFakeWorkersAi()];
    const found = await vectorSearchFor({ ai, vectorize: await filled(own) }, own);
    expect(found?.encoder).toMatchObject({ id: own.encoder.id, dimensions: DIMENSIONS });
    expect(ai.calls).toEqual([]);
    for (const [part, rows] of searchedParts(own)) {
      const index = found?.index?.(part);
      expect(index?.size).toBe(rows);
      const row = rows - 1;
      const vector = exported(own).find(({ id }) => id === vectorId(namespaceOf(own.id, part), row));
      expect((await index?.search(vector?.values ?? [], 2))?.[0]?.row).toBe(row);
    }
    expect(await found?.index?.("questions-es").search(new Array<number>(DIMENSIONS).fill(0), 3)).toEqual([]);
  });

  it("hands the isolate's own scores on", async () => {
    const own = manifest();
    const found = await vectorSearchFor({ vectorize: await filled(own) }, own);
    const index = found?.index?.("passages", { size: 4, dimensions: DIMENSIONS, dot: (row) => row / 10 });
    const [query = []] = unitVectors(1, DIMENSIONS, 5);
    expect(await index?.search(query, 2)).toEqual([
      { row: 3, similarity: 0.3 },
      { row: 2, similarity: 0.2 },
    ]);
  });

  it("leaves the search in the isolate without Vectorize, and the encoder without Workers AI", async () => {
    const own = manifest();
    expect(await vectorSearchFor({ ai: createFakeWorkersAi() }, own)).toMatchObject({ index: null });
    const bundled = { ...own, encoder: { id: "use-lite@1", dimensions: DIMENSIONS } };
    const found = await vectorSearchFor({ vectorize: await filled(own) }, bundled);
    expect(found?.encoder).toBeNull();
    expect(found?.index?.("sentences").dimensions).toBe(DIMENSIONS);
  });

  it("refuses Workers AI for an index that it has no model for", async () => {
    const other = { ...manifest(), encoder: { id: "use-lite@1", dimensions: 512 } };
    await expect(vectorSearchFor({ ai: createFakeWorkersAi() }, other)).rejects.toMatchObject({
      code: "encoder_mismatch",
    });
  });
});

describe("the check against the manifest", () => {
  it("allows other builds in the same index, and looks into its own only", async () => {
    const [own, other] = [manifest(), manifest("fedcba9876543210")];
    const vectorize = await filled(own);
    await insertAll(vectorize, exported(other));
    await vectorSearchFor({ vectorize }, own);
    const namespaces = vectorize.queries.map(({ namespace }) => namespace);
    expect(namespaces).toEqual([...searchedParts(own).keys()].map((part) => namespaceOf(own.id, part)));
  });

  it("refuses an index of other dimensions", async () => {
    const vectorize = createFakeVectorize({ dimensions: 512 });
    await expect(vectorSearchFor({ vectorize }, manifest())).rejects.toMatchObject({
      code: "encoder_mismatch",
      message: expect.stringMatching(/512 dimensions.*--dimensions=384 --metric=cosine/u),
    });
  });

  it.each(["euclidean", "dot-product"] as const)("refuses an index of metric %s", async (metric) => {
    const own = manifest();
    await expect(vectorSearchFor({ vectorize: await filled(own, { metric }) }, own)).rejects.toMatchObject({
      code: "config_invalid",
      message: expect.stringContaining("--metric=cosine"),
    });
  });

  it("refuses an index with too few vectors, for now", async () => {
    const own = manifest();
    const vectorize = createFakeVectorize({ dimensions: DIMENSIONS });
    await vectorize.insert(exported(own).slice(1));
    await expect(vectorSearchFor({ vectorize }, own)).rejects.toMatchObject({
      code: "vectors_unavailable",
      retryable: true,
      message: expect.stringMatching(/44 of 44 vectors.*worker:vectors.*wrangler vectorize insert/u),
    });
    vectorize.settle();
    await expect(vectorSearchFor({ vectorize }, own)).rejects.toThrow("1 of 44 vectors");
    await insertAll(vectorize, exported(own));
    expect(await vectorSearchFor({ vectorize }, own)).not.toBeNull();
  });

  it("refuses an index of another build, however many vectors it has", async () => {
    const vectorize = await filled(manifest("fedcba9876543210", 100));
    await expect(vectorSearchFor({ vectorize }, manifest())).rejects.toMatchObject({
      code: "vectors_unavailable",
      message: expect.stringMatching(/2 of 2 sentences.*0123456789abcdef/u),
    });
  });

  it("misses one batch of 1,000 that another build makes up for", async () => {
    const own = manifest("0123456789abcdef", 4500);
    const vectorize = createFakeVectorize({ dimensions: DIMENSIONS });
    await insertAll(vectorize, [
      ...exported(own).filter((_, i) => i < 2000 || i >= 3000),
      ...exported(manifest("fedcba9876543210", 1200)),
    ]);
    await expect(vectorSearchFor({ vectorize }, own)).rejects.toThrow("1 of 6 sentences");
  });

  it("looks for many batches, within the limit of ids a call", async () => {
    const own = manifest("0123456789abcdef", 45_000, 2);
    expect(await vectorSearchFor({ vectorize: await filled(own) }, own)).not.toBeNull();
  });

  it("misses vectors that are there under other namespaces", async () => {
    const own = manifest();
    const vectorize = createFakeVectorize({ dimensions: DIMENSIONS });
    await insertAll(
      vectorize,
      exported(own).map(({ id, values }) => ({ id, values })),
    );
    await expect(vectorSearchFor({ vectorize }, own)).rejects.toMatchObject({ code: "vectors_unavailable" });
  });

  it.each(["INDEX_GET", "VECTOR_GET", "VECTOR_QUERY"] as const)(
    "passes a failing %s on as one to try again",
    async (at) => {
      const own = manifest();
      const vectorize = await filled(own, {
        fail: (operation) => (operation === at ? refused(at, 10000, "busy") : null),
      });
      await expect(vectorSearchFor({ vectorize }, own)).rejects.toMatchObject({
        code: "vectors_unavailable",
        retryable: true,
        message: expect.stringContaining("does not answer"),
      });
    },
  );
});
