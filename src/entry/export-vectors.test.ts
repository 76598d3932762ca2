import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { openStoredIndex, type StoredIndex } from "../adapters/core/open-stored-index.ts";
import { VILLAGE_QUESTIONS, VILLAGE_TEXT } from "../adapters/core/village-index.fixture.ts";
import { writeIndexFolder } from "../adapters/node/index-folder.ts";
import { currentBuild, readIndexFolder, readManifest } from "../adapters/node/read-index-folder.ts";
import { createFakeVectorize, insertAll } from "../adapters/worker/fake-vectorize.fixture.ts";
import { createFakeWorkersAi } from "../adapters/worker/fake-workers-ai.fixture.ts";
import { vectorSearchFor } from "../adapters/worker/vector-search.ts";
import { createWorkersAiEncoder } from "../adapters/worker/workers-ai-encoder.ts";
import { workersAiModelFor } from "../adapters/worker/workers-ai-models.ts";
import { analyseQuestion } from "../converse/index.ts";
import { corpusMetaSchema } from "../domain/corpus.ts";
import { floatRows } from "../domain/unit-rows.ts";
import { buildIndex } from "../indexing/index.ts";
import { ingest } from "../ingest/index.ts";
import { silentProgress } from "../ports/progress.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { createRetriever } from "../retrieve/index.ts";
import { runWorkerVectors } from "./export-vectors.ts";
import { writeVectors } from "./write-vectors.ts";

const analyzer = createEnglishAnalyzer();
const ai = createFakeWorkersAi();
const model = workersAiModelFor({ id: "Xenova/bge-small-en-v1.5", dimensions: 384 });
/** Stands for the same weights on Node. */
const encoder = createWorkersAiEncoder(ai, model);
const lineSchema = z.strictObject({ id: z.string(), namespace: z.string(), values: z.array(z.number()) });

let dir = "";
let indexDir = "";
let build = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "vectors-"));
  indexDir = join(dir, "index");
  const sources = [{ id: "village.md", title: "Village", format: "markdown" as const, text: VILLAGE_TEXT }];
  const meta = corpusMetaSchema.parse({ id: "village", title: "The Village", asOf: "spring 2020" });
  const { corpus } = ingest(sources, meta);
  const input = { corpus, sources, questions: VILLAGE_QUESTIONS, encoder, analyzer };
  await writeIndexFolder(indexDir, await buildIndex(input), { encoder, analyzer });
  build = (await currentBuild(indexDir)) ?? "";
});
afterAll(() => rm(dir, { recursive: true }));

async function run(argv: string[], { isTTY = false, env = {} } = {}) {
  let out = "";
  const err = new PassThrough();
  const code = await runWorkerVectors(argv, {
    out: { isTTY, write: (text) => (out += text) },
    err,
    env,
  });
  return { code, out, err: String(err.read() ?? "") };
}

async function linesOf(path: string): Promise<z.infer<typeof lineSchema>[]> {
  const text = await readFile(path, "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

async function floatsOf(part: string): Promise<Float32Array> {
  return new Float32Array(new Uint8Array(await readFile(join(build, `${part}.f32`))).buffer);
}

describe("npm run worker:vectors", () => {
  it("writes every searched vector and says what comes next", async () => {
    const file = join(dir, "all.ndjson");
    const { code, out, err } = await run(["--index", indexDir, "--out", file]);
    const { id, counts } = await readManifest(build);
    const lines = await linesOf(file);
    const total = counts.sentenceVectors + counts.passageVectors + 7;
    expect(code).toBe(0);
    expect(lines).toHaveLength(total);
    expect(new Set(lines.map((line) => line.id)).size).toBe(total);
    expect(lines[0]?.id).toBe(`${id}-sentences:0`);
    expect(lines.at(-1)).toMatchObject({ id: `${id}-questions-es:1`, namespace: `${id}-questions-es` });
    expect(out).toContain(`${total} vectors of 384 dimensions`);
    expect(out).toContain("questions-en 5, questions-es 2");
    expect(out).toContain("npx wrangler vectorize create NAME --dimensions=384 --metric=cosine");
    expect(out).toContain(`npx wrangler vectorize insert NAME --file=${file}`);
    expect(out).not.toContain("\u001b");
    expect(err).toContain(`Writing vectors: ${total} of ${total}`);
  });

  it("writes the stored 32-bit floats, bit by bit", async () => {
    const file = join(dir, "floats.ndjson");
    await run(["--index", indexDir, "--out", file]);
    const stored = await floatsOf("sentences");
    const written = (await linesOf(file)).filter(({ namespace }) => namespace.endsWith("-sentences"));
    expect(Float32Array.from(written.flatMap(({ values }) => values))).toEqual(stored);
  });

  it("takes the folder from INDEX_DIR, uses colours on a terminal, and quotes a path that needs it", async () => {
    const file = join(dir, "its vectors.ndjson");
    const { out } = await run(["--out", file], { isTTY: true, env: { INDEX_DIR: indexDir } });
    expect(out).toContain("\u001b");
    expect(out).toContain(`--file='${file}'`);
  });

  it("splits what is too much for one run of wrangler", async () => {
    const out = join(dir, "parts", "v.ndjson");
    await expect(writeVectors({ indexDir, out, progress: silentProgress })).rejects.toMatchObject({
      code: "target_unwritable",
    });
    const parts = await writeVectors({
      indexDir,
      out: join(dir, "v.ndjson"),
      progress: silentProgress,
      mostInFile: 10,
    });
    const names = ["v-1.ndjson", "v-2.ndjson", "v-3.ndjson"];
    expect(parts.files.slice(0, 3).map(({ path }) => path)).toEqual(names.map((name) => join(dir, name)));
    const lines = await Promise.all(parts.files.map(({ path }) => linesOf(path)));
    expect(lines.map((own) => own.length)).toEqual(parts.files.map(({ vectors }) => vectors));
    expect(lines[0]).toHaveLength(10);
    const { files } = await writeVectors({
      indexDir,
      out: join(dir, "one.ndjson"),
      progress: silentProgress,
    });
    expect(lines.flat()).toEqual(await linesOf(files[0]?.path ?? ""));
  });

  it.each([
    [[], "error (invalid_request): "],
    [["--nonsense"], "error (invalid_request): "],
    [["--out", "x", "--index", "/no/such/folder"], "error (data_missing): "],
  ])("explains %j in one line and fails", async (argv, message) => {
    const { code, out, err } = await run(argv);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^[^\n]+\n$/u);
    expect(err).toContain(message);
  });

  it("keeps the file that was there, and leaves no half of one, when the index is damaged", async () => {
    const damaged = join(dir, "damaged");
    const { corpus } = await readIndexFolder(build, { encoder, analyzer });
    const built = await buildIndex({ corpus, sources: [], encoder, analyzer });
    await writeIndexFolder(damaged, built, { encoder, analyzer });
    await truncate(join((await currentBuild(damaged)) ?? "", "passages.f32"), 8);
    await writeFile(join(dir, "kept.ndjson"), "old");
    const { code, err } = await run(["--index", damaged, "--out", join(dir, "kept.ndjson")]);
    expect(code).toBe(1);
    expect(err).toContain("error (index_corrupt): ");
    expect((await readdir(dir)).filter((name) => name.startsWith("kept"))).toEqual(["kept.ndjson"]);
    expect(await readFile(join(dir, "kept.ndjson"), "utf8")).toBe("old");
  });
});

describe("a build that is written, inserted and searched with Workers AI and Vectorize (fakes)", () => {
  it("gives the candidates that the index on Node gives", async () => {
    const file = join(dir, "searched.ndjson");
    await run(["--index", indexDir, "--out", file]);
    const vectorize = createFakeVectorize({ dimensions: 384 });
    await insertAll(vectorize, await linesOf(file));
    const manifest = await readManifest(build);
    const search = await vectorSearchFor({ ai, vectorize }, manifest);
    const stored: StoredIndex = {
      manifest,
      text: (name) => readFile(join(build, name), "utf8"),
      rows: async (part) => floatRows(await floatsOf(part), manifest.encoder.dimensions),
      search: async (part, rows) => {
        const index = search?.index?.(part, rows);
        if (!index) throw new Error("there is no search");
        return index;
      },
      damaged: (name, cause) => new Error(name, { cause }),
    };
    const remote = await openStoredIndex(stored, analyzer);
    const local = await readIndexFolder(build, { encoder, analyzer, vectorSearch: "exact" });
    const candidates = async (index: SearchIndex, text: string) => {
      const question = analyseQuestion(text, index.corpus.chapters, analyzer);
      const found = await createRetriever(index, search?.encoder ?? encoder).retrieve(question);
      return found.candidates.map(({ passage, ranks }) => [passage.id, ranks]);
    };
    for (const text of ["who gives the kids their lessons", "¿Cuánto costó el arreglo del muelle?"]) {
      const before = vectorize.queries.length;
      expect(await candidates(remote, text)).toEqual(await candidates(local, text));
      expect(vectorize.queries.length).toBeGreaterThan(before);
    }
  });
});
