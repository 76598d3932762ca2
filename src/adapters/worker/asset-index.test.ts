import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corpusMetaSchema } from "../../domain/corpus.ts";
import { buildIndex } from "../../indexing/index.ts";
import { ingest } from "../../ingest/index.ts";
import { createFakeEncoder } from "../../ports/fake-encoder.fixture.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { createRetriever } from "../../retrieve/index.ts";
import { analyseQuestion } from "../../converse/index.ts";
import { createEnglishAnalyzer } from "../core/english-analyzer.ts";
import { openStoredIndex } from "../core/open-stored-index.ts";
import { VILLAGE_QUESTIONS, VILLAGE_TEXT } from "../core/village-index.fixture.ts";
import { writeIndexFolder } from "../node/index-folder.ts";
import { currentBuild } from "../node/read-index-folder.ts";
import { workerIndexFiles } from "../node/worker-index.ts";
import { readAssetIndex } from "./asset-index.ts";
import { createPageAssets, createReadAsset, type AssetFetcher } from "./read-asset.ts";

const analyzer = createEnglishAnalyzer();
const encoder = createFakeEncoder(256);
let folder: string;
let onNode: SearchIndex;
let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assets-"));
  const sources = [{ id: "village.md", title: "Village", format: "markdown" as const, text: VILLAGE_TEXT }];
  const { corpus } = ingest(sources, corpusMetaSchema.parse({ id: "village", title: "The Village" }));
  const nearest = { start: 0, end: VILLAGE_TEXT.indexOf("Nobody") };
  const unanswered = [{ question: "Who owned the boats?", language: "en" as const, writer: "a", nearest }];
  const input = { corpus, sources, questions: VILLAGE_QUESTIONS, unanswered, encoder, analyzer };
  onNode = await writeIndexFolder(folder, await buildIndex(input), { encoder, analyzer });
  files = await workerIndexFiles((await currentBuild(folder)) ?? "");
});
afterAll(() => rm(folder, { recursive: true }));

/** Static assets as the binding gives them. */
function assetsOf(given: ReadonlyMap<string, Uint8Array>): AssetFetcher {
  return {
    fetch: async (address) => {
      const bytes = given.get(new URL(address).pathname.slice(1));
      return bytes ? new Response(new Uint8Array(bytes)) : new Response("", { status: 404 });
    },
  };
}

async function open(own: ReadonlyMap<string, Uint8Array>): Promise<SearchIndex> {
  const placed = new Map([...own].map(([name, bytes]) => [`index/${name}`, bytes]));
  return openStoredIndex(await readAssetIndex(createReadAsset(assetsOf(placed))), analyzer);
}

describe("an index of static assets", () => {
  it.each(["How many boats sank in the gale?", "¿Cuánto costó arreglar el muelle?", "Who teaches?"])(
    "finds what it finds on Node: %s",
    async (text) => {
      const ids = async (index: SearchIndex): Promise<string[]> => {
        const question = analyseQuestion(text, index.corpus.chapters, analyzer);
        const { candidates } = await createRetriever(index, encoder).retrieve(question);
        return candidates.map(({ passage }) => passage.id);
      };
      const found = await ids(await open(files));
      expect(found.length).toBeGreaterThan(1);
      expect(found).toEqual(await ids(onNode));
    },
  );

  it("knows the questions that are not answered, and likeness within a hundredth", async () => {
    const [there, here] = [(await open(files)).unanswered("en"), onNode.unanswered("en")];
    const query = "Who owned the boats?";
    const vector = await encoder.embedQuery(query);
    const ids = onNode.corpus.passages.map(({ id }) => id);
    const likenesses = there?.likest(ids, query, vector, 9) ?? [];
    expect(likenesses).toHaveLength(1);
    expect(likenesses[0]?.likeness).toBeCloseTo(here?.likest(ids, query, vector, 9)[0]?.likeness ?? 0, 2);
  });

  it("has no graphs, and vectors of one byte a number", () => {
    const names = [...files.keys()];
    expect(names.filter((name) => name.startsWith("hnsw"))).toEqual([]);
    expect(names.filter((name) => name.endsWith(".f32"))).toEqual([]);
    expect(names).toContain("sentences.i8");
  });

  it.each(["corpus.json", "lexical.json", "sentences.i8", "questions-en.json"])(
    "whose %s is damaged or missing is refused with its name and the remedy",
    async (name) => {
      const damaged = Uint8Array.from(files.get(name) ?? []);
      damaged[10] = (damaged[10] ?? 0) ^ 1;
      await expect(open(new Map([...files, [name, damaged]]))).rejects.toMatchObject({
        code: "index_corrupt",
        message: expect.stringMatching(new RegExp(`${name.replace(".", "\\.")}.*npm run build:worker`, "u")),
      });
      await expect(open(new Map([...files].filter(([own]) => own !== name)))).rejects.toMatchObject({
        code: "index_corrupt",
        message: expect.stringContaining(name),
      });
    },
  );

  it("without a manifest that can be read is refused", async () => {
    for (const text of ["", "{}", "null"]) {
      const manifest = new TextEncoder().encode(text);
      await expect(open(new Map([...files, ["manifest.json", manifest]]))).rejects.toMatchObject({
        code: "index_corrupt",
      });
    }
  });
});

describe("assets of pages", () => {
  it("are given by their names, and nothing else is", async () => {
    const bytes = new TextEncoder().encode("a{}");
    const assets = createPageAssets(assetsOf(new Map([["pages/a.css", bytes]])), ["a.css", "b.css"]);
    expect(new TextDecoder().decode((await assets.get("a.css"))?.body)).toBe("a{}");
    for (const name of ["b.css", "../index/corpus.json", "c.css", ""])
      expect(await assets.get(name)).toBeNull();
  });
});

describe("reading assets", () => {
  it("does not wait for ever for one that does not come", async () => {
    const read = createReadAsset({ fetch: () => new Promise<Response>(() => undefined) }, 10);
    await expect(read("index/terms.json")).rejects.toMatchObject({ code: "index_corrupt", retryable: true });
  });
});

describe("the assets of a damaged build", () => {
  it("are not made: its files are held against its own manifest first", async () => {
    const build = (await currentBuild(folder)) ?? "";
    const path = join(build, "corpus.json");
    const sound = await readFile(path, "utf8");
    await writeFile(path, sound.replace("Twelve", "Eleven"));
    await expect(workerIndexFiles(build)).rejects.toMatchObject({
      code: "index_corrupt",
      message: expect.stringContaining("corpus.json"),
    });
    await writeFile(path, sound);
  });
});
