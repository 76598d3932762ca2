import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createFakeEncoder } from "../../ports/fake-encoder.fixture.ts";
import { unitVectors, vectorIndexContract } from "../../ports/vector-index.contract.ts";
import { loadHnsw, saveHnsw } from "./hnsw-vector-index.ts";

const SETTINGS = { m: 16, efConstruction: 200, efSearch: 200, seed: 42 };
const folders: string[] = [];

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "hnsw-"));
  folders.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(folders.splice(0).map((path) => rm(path, { recursive: true })));
});

vectorIndexContract("HNSW", async (vectors) => {
  const directory = await folder();
  const dimensions = vectors[0]?.length ?? 1;
  await saveHnsw(directory, vectors, dimensions, createFakeEncoder(), SETTINGS);
  return loadHnsw(directory, dimensions, createFakeEncoder(), SETTINGS);
});

describe("saveHnsw", () => {
  it("writes the same bytes for the same vectors, and none of its arguments beside space and dimensions", async () => {
    const vectors = unitVectors(300, 32, 3);
    const [first, second] = [await folder(), await folder()];
    await saveHnsw(first, vectors, 32, createFakeEncoder(), SETTINGS);
    await saveHnsw(second, vectors, 32, createFakeEncoder(), SETTINGS);
    for (const file of ["hnswlib.index", "docstore.json", "args.json"]) {
      expect((await readFile(join(first, file))).equals(await readFile(join(second, file)))).toBe(true);
    }
    expect(JSON.parse(await readFile(join(first, "args.json"), "utf8"))).toEqual({
      space: "cosine",
      numDimensions: 32,
    });
  });

  it("keeps to its settings: more links a node make a larger graph", async () => {
    const vectors = unitVectors(300, 32, 3);
    const bytes = async (m: number): Promise<number> => {
      const directory = await folder();
      await saveHnsw(directory, vectors, 32, createFakeEncoder(), { ...SETTINGS, m });
      return (await readFile(join(directory, "hnswlib.index"))).length;
    };
    expect(await bytes(24)).toBeGreaterThan((await bytes(8)) * 1.2);
  });
});
