import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { makeCorpus, makePassage } from "../../domain/corpus.fixture.ts";
import { buildIndex } from "../../indexing/index.ts";
import { createFakeEncoder } from "../../ports/fake-encoder.fixture.ts";
import { createEnglishAnalyzer } from "../core/english-analyzer.ts";
import { assertWritable, writeIndexFolder } from "./index-folder.ts";
import { currentBuild, readIndexFolder } from "./read-index-folder.ts";
import { readTuning } from "./tuning-file.ts";

const encoder = createFakeEncoder();
const analyzer = createEnglishAnalyzer();
const tools = { encoder, analyzer };
const corpus = makeCorpus([
  makePassage("The rate rose to 24 in 2011. Homicides fell later."),
  makePassage("Nurses are in short supply. Hospitals train few of them."),
  makePassage("Doctors\t2.4\t3.5", {
    kind: "table-row",
    table: {
      caption: "Table 2",
      header: ["", "Mexico", "OECD"],
      cells: ["Doctors", "2.4", "3.5"],
      note: null,
    },
  }),
]);
const folders: string[] = [];

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "index-"));
  folders.push(made);
  return made;
}

const input = { corpus, sources: [], dictionary: ["doctor"], encoder, analyzer };

async function written(): Promise<{ directory: string; build: string }> {
  const directory = await folder();
  await writeIndexFolder(directory, await buildIndex(input), tools);
  return { directory, build: (await currentBuild(directory)) ?? "" };
}

afterEach(async () => {
  await Promise.all(folders.splice(0).map((path) => rm(path, { recursive: true, force: true })));
});

describe("an index folder", () => {
  it("gives back what was written, for both kinds of vector search", async () => {
    const { build } = await written();
    for (const vectorSearch of ["hnsw", "exact"] as const) {
      const index = await readIndexFolder(build, { ...tools, vectorSearch });
      expect(index.corpus).toEqual(corpus);
      expect(index.lexical.search("nurse shortage hospitals", 3)[0]?.passageId).toBe("id-1");
      expect(index.respelled("Which nursees?", "en")).toBe("Which nurses?");
      const [nearest] = await index.sentences.index.search(
        await encoder.embedQuery("Homicides fell later."),
        1,
      );
      expect(index.sentences.rows[nearest?.row ?? -1]).toEqual({ passageId: "id-0", sentence: 1 });
      expect(index.sentences.similarity(1, await encoder.embedQuery("Homicides fell later."))).toBeCloseTo(
        1,
        5,
      );
    }
  });

  it("holds the tuning of its encoder, for the encoder to be made again", async () => {
    const { build } = await written();
    expect(await readTuning(build)).toBeNull();
    const directory = await folder();
    const tuned = {
      ...tools,
      encoder: Object.assign(createFakeEncoder(), { tuning: Uint8Array.of(1, 2, 3) }),
    };
    await writeIndexFolder(directory, await buildIndex({ ...input, ...tuned }), tuned);
    const holding = (await currentBuild(directory)) ?? "";
    expect(await readTuning(holding).then((bytes) => [...(bytes ?? [])])).toEqual([1, 2, 3]);
    await writeFile(join(holding, "encoder.safetensors"), "edited");
    await expect(readIndexFolder(holding, tuned)).rejects.toMatchObject({ code: "index_corrupt" });
  });

  it("is byte-identical when built again", async () => {
    const [first, second] = [await written(), await written()];
    const names = (await readdir(first.build, { recursive: true, withFileTypes: true })).filter((e) =>
      e.isFile(),
    );
    expect(names.length).toBeGreaterThan(8);
    for (const entry of names) {
      const inSecond = join(entry.parentPath.replace(first.build, second.build), entry.name);
      expect((await readFile(join(entry.parentPath, entry.name))).equals(await readFile(inSecond))).toBe(
        true,
      );
    }
  });

  it.each(["corpus.json", "sentences.f32", "lexical.json", "hnsw-passages/hnswlib.index", "manifest.json"])(
    "names %s when it was cut, edited or removed",
    async (name) => {
      for (const harm of [
        (p: string) => truncate(p, 10),
        (p: string) => appendFile(p, " x"),
        (p: string) => rm(p),
      ]) {
        const { build } = await written();
        await harm(join(build, name));
        const read = readIndexFolder(build, tools);
        await expect(read).rejects.toMatchObject({ code: "index_corrupt" });
        await expect(read).rejects.toThrow(name);
      }
    },
  );

  it("names current.json when it points nowhere or is damaged, and is null without one", async () => {
    const { directory } = await written();
    await writeFile(join(directory, "current.json"), '{"build": "../elsewhere"}');
    await expect(currentBuild(directory)).rejects.toThrow(/current\.json is damaged.*npm run index/u);
    expect(await currentBuild(await folder())).toBeNull();
  });

  it("refuses an index of another encoder and says how to rebuild", async () => {
    const { build } = await written();
    const other = {
      ...encoder,
      id: "other@9",
      embedQuery: encoder.embedQuery,
      embedDocuments: encoder.embedDocuments,
    };
    const read = readIndexFolder(build, { analyzer, encoder: other });
    await expect(read).rejects.toMatchObject({ code: "encoder_mismatch" });
    await expect(read).rejects.toThrow(/npm run index/u);
  });

  it("keeps the index that was there when a new one cannot be written, and drops the old build after a switch", async () => {
    const { directory, build } = await written();
    const built = await buildIndex({ corpus, sources: [], encoder, analyzer });
    const broken = { ...built, sentenceVectors: [[1, 2, 3]] };
    await expect(writeIndexFolder(directory, broken, tools)).rejects.toThrow();
    expect(await currentBuild(directory)).toBe(build);
    expect((await readIndexFolder(build, tools)).corpus.passages).toHaveLength(3);

    const changed = makeCorpus([makePassage("Something else.")]);
    await writeIndexFolder(
      directory,
      await buildIndex({ corpus: changed, sources: [], encoder, analyzer }),
      tools,
    );
    expect(await readdir(join(directory, "builds"))).toHaveLength(1);
  });

  it("says which folder cannot be written", async () => {
    const file = join(await folder(), "a-file");
    await writeFile(file, "");
    await expect(assertWritable(join(file, "index"))).rejects.toMatchObject({ code: "target_unwritable" });
    await expect(assertWritable(join(file, "index"))).rejects.toThrow(/a-file/u);
    await expect(assertWritable("/proc/no-such-index")).rejects.toMatchObject({ code: "target_unwritable" });
  });
});
