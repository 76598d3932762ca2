import { describe, expect, it } from "vitest";
import { floatRows, type UnitRows } from "../../domain/unit-rows.ts";
import { flatVectors } from "../../indexing/index.ts";
import type { VectorIndex } from "../../ports/vector-index.ts";
import { unitVectors, vectorIndexContract } from "../../ports/vector-index.contract.ts";
import { createExactVectorIndex } from "../core/exact-vector-index.ts";
import { createFakeVectorize, insertAll, refused, type FakeVectorize } from "./fake-vectorize.fixture.ts";
import { createVectorizeIndex, MOST_ROWS } from "./vectorize-index.ts";
import { vectorId } from "./vectorize-names.ts";

const NAMESPACE = "0123456789abcdef-sentences";

async function filled(vectors: readonly number[][], namespace = NAMESPACE): Promise<FakeVectorize> {
  const vectorize = createFakeVectorize({ dimensions: vectors[0]?.length ?? 1 });
  await insertAll(
    vectorize,
    vectors.map((values, row) => ({ id: vectorId(namespace, row), namespace, values })),
  );
  return vectorize;
}

function indexOf(vectorize: FakeVectorize, vectors: readonly number[][], rows?: UnitRows): VectorIndex {
  const dimensions = vectors[0]?.length ?? 1;
  return createVectorizeIndex(vectorize, { namespace: NAMESPACE, size: vectors.length, dimensions, rows });
}

function rowsOf(vectors: readonly number[][]): UnitRows {
  return floatRows(flatVectors(vectors), vectors[0]?.length ?? 1);
}

vectorIndexContract(
  "Vectorize (a fake)",
  async (vectors) => indexOf(await filled(vectors), vectors),
  0.01,
  MOST_ROWS,
);
vectorIndexContract(
  "Vectorize (a fake) with rows at hand",
  async (vectors) => indexOf(await filled(vectors), vectors, rowsOf(vectors)),
  undefined,
  MOST_ROWS,
);

describe("a search in Vectorize", () => {
  const vectors = unitVectors(300, 32, 11);
  const query = unitVectors(1, 32, 12)[0] ?? [];

  it("asks for 100 rows of its namespace, without values and metadata", async () => {
    const vectorize = await filled(vectors);
    await indexOf(vectorize, vectors).search(query, 3);
    expect(vectorize.queries).toEqual([
      { topK: 100, namespace: NAMESPACE, returnValues: false, returnMetadata: "none" },
    ]);
  });

  it("gives no more rows than 100, and asks for none when none are wanted", async () => {
    const vectorize = await filled(vectors);
    expect(await indexOf(vectorize, vectors).search(query, 101)).toHaveLength(100);
    await indexOf(vectorize, vectors).search(query, 0);
    await indexOf(vectorize, []).search([0], 40);
    expect(vectorize.queries).toHaveLength(1);
  });

  it("finds what an exhaustive search finds, with its scores, where the rows are at hand", async () => {
    const exact = createExactVectorIndex(rowsOf(vectors));
    const found = await indexOf(await filled(vectors), vectors, rowsOf(vectors)).search(query, 40);
    const wanted = await exact.search(query, 40);
    expect(found.map(({ row }) => row)).toEqual(wanted.map(({ row }) => row));
    found.forEach(({ similarity }, i) => expect(similarity).toBeCloseTo(wanted[i]?.similarity ?? 0, 5));
  });

  it("never gives rows of another build or part", async () => {
    const vectorize = await filled(vectors.slice(0, 2), "fedcba9876543210-sentences");
    await insertAll(
      vectorize,
      vectors
        .slice(2, 4)
        .map((values, row) => ({ id: vectorId(NAMESPACE, row), namespace: NAMESPACE, values })),
    );
    const found = await indexOf(vectorize, vectors.slice(2, 4)).search(vectors[0] ?? [], 10);
    expect(found.map(({ row }) => row).sort()).toEqual([0, 1]);
  });

  it.each(["s:1", `${NAMESPACE}:`, `${NAMESPACE}:300`, `${NAMESPACE}:1e1`, `${NAMESPACE}x:1`])(
    "names the strange id %s",
    async (id) => {
      const vectorize = createFakeVectorize({ dimensions: 32 });
      await insertAll(vectorize, [{ id, namespace: NAMESPACE, values: query }]);
      const search = indexOf(vectorize, vectors).search(query, 3);
      await expect(search).rejects.toMatchObject({
        code: "index_corrupt",
        message: expect.stringMatching(/worker:vectors/u),
      });
      await expect(search).rejects.toThrow(id);
    },
  );

  it("that gets no answer can be tried again", async () => {
    const cause = refused("VECTOR_QUERY", 40000, "busy");
    const vectorize = createFakeVectorize({ dimensions: 32, fail: () => cause });
    await expect(indexOf(vectorize, vectors).search(query, 3)).rejects.toMatchObject({
      code: "vectors_unavailable",
      retryable: true,
      cause,
    });
  });
});

describe("the fake", () => {
  const one = { id: "a", values: [1, 0] };
  const fake = (): FakeVectorize => createFakeVectorize({ dimensions: 2 });

  it("shows what was inserted only after a while, and keeps the first of an id unless it is upserted", async () => {
    const vectorize = fake();
    await vectorize.insert([one]);
    expect(await vectorize.describe()).toMatchObject({ vectorCount: 0, dimensions: 2 });
    vectorize.settle();
    await vectorize.insert([{ id: "a", values: [0, 1] }]);
    vectorize.settle();
    expect(await vectorize.getByIds(["a", "b"])).toEqual([one]);
    await vectorize.upsert([{ id: "a", values: [0, 1] }]);
    vectorize.settle();
    expect(await vectorize.getByIds(["a"])).toEqual([{ id: "a", values: [0, 1] }]);
  });

  it.each([
    [
      "1,001 vectors",
      (v: FakeVectorize) => v.insert(Array.from({ length: 1001 }, (_, i) => ({ ...one, id: `${i}` }))),
    ],
    ["a long id", (v: FakeVectorize) => v.insert([{ ...one, id: "é".repeat(33) }])],
    ["a long namespace", (v: FakeVectorize) => v.upsert([{ ...one, namespace: "n".repeat(65) }])],
    ["other dimensions", (v: FakeVectorize) => v.upsert([{ id: "a", values: [1] }])],
    ["topK 101", (v: FakeVectorize) => v.query([1, 0], { topK: 101 })],
    ["topK 21 with values", (v: FakeVectorize) => v.query([1, 0], { topK: 21, returnValues: true })],
    ["topK 21 with metadata", (v: FakeVectorize) => v.query([1, 0], { topK: 21, returnMetadata: "all" })],
    ["a query of other dimensions", (v: FakeVectorize) => v.query([1], { topK: 1 })],
    ["21 ids", (v: FakeVectorize) => v.getByIds(Array.from({ length: 21 }, (_, i) => `${i}`))],
  ])("refuses %s", async (_, act: (vectorize: FakeVectorize) => Promise<unknown>) => {
    await expect(act(fake())).rejects.toThrow(/_ERROR \(code = \d+\)/u);
  });
});
