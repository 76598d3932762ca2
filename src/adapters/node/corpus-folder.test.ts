import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCorpusFolder } from "./corpus-folder.ts";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "corpus-"));
});
afterEach(() => rm(dir, { recursive: true }));

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
}

const ids = async (): Promise<string[]> =>
  (await readCorpusFolder(dir)).documents.map((document) => document.id);

describe("readCorpusFolder", () => {
  it("takes every .md and .txt file by path, and nothing hidden or of another kind", async () => {
    await put({
      "b.txt": "B",
      "a/z.md": "Z",
      "README.md": "R",
      ".hidden.md": "H",
      ".git/x.md": "X",
      "data.csv": "1",
    });
    expect(await ids()).toEqual(["README.md", "a/z.md", "b.txt"]);
    const { meta, documents } = await readCorpusFolder(dir);
    expect(meta).toMatchObject({ asOf: null, language: "en" });
    expect(documents.every((document) => document.format === "markdown")).toBe(true);
  });

  it("leaves README.md out when there is a corpus.json, and takes the files it names in order", async () => {
    await put({ "b.txt": "B", "a.md": "A", "README.md": "R", "corpus.json": '{"id":"x","title":"X"}' });
    expect(await ids()).toEqual(["a.md", "b.txt"]);
    await put({
      "corpus.json": '{"id":"x","title":"X","files":[{"path":"b.txt","format":"report"},{"path":"a.md"}]}',
    });
    const { documents, meta } = await readCorpusFolder(dir);
    expect(documents.map(({ id, format }) => [id, format])).toEqual([
      ["b.txt", "report"],
      ["a.md", "markdown"],
    ]);
    expect(meta.title).toBe("X");
  });

  it("keeps the byte order mark and line endings, so that offsets hold", async () => {
    await put({ "my-first_notes.md": "\uFEFFone\r\ntwo" });
    const [document] = (await readCorpusFolder(dir)).documents;
    expect(document).toMatchObject({ text: "\uFEFFone\r\ntwo", title: "My first notes" });
  });

  it.each<[string, Record<string, string | Uint8Array>, string, string]>([
    ["an empty folder", {}, "corpus_empty", "No text found"],
    ["a folder of empty files", { "a.md": " \n" }, "corpus_empty", "No text found"],
    ["a binary file", { "a.md": new Uint8Array([65, 0, 66]) }, "corpus_unreadable", "a.md is a binary file"],
    [
      "a file in another encoding",
      { "a.txt": new Uint8Array([0xe9, 0x74]) },
      "corpus_unreadable",
      "a.txt is not UTF-8",
    ],
    [
      "a missing file",
      { "corpus.json": '{"id":"x","title":"X","files":[{"path":"no.md"}]}' },
      "corpus_unreadable",
      "no.md",
    ],
    [
      "a file outside",
      { "corpus.json": '{"id":"x","title":"X","files":[{"path":"../x.md"}]}' },
      "config_invalid",
      "../x.md",
    ],
    ["broken JSON", { "corpus.json": "{", "a.md": "A" }, "config_invalid", "corpus.json"],
    [
      "a corpus.json without a title",
      { "corpus.json": '{"id":"x"}', "a.md": "A" },
      "config_invalid",
      "title",
    ],
  ])("refuses %s and names it in one line", async (_, files, code, words) => {
    await put(files);
    await expect(readCorpusFolder(dir)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
    await expect(readCorpusFolder(dir)).rejects.not.toMatchObject({ message: expect.stringContaining("\n") });
  });

  it("refuses a missing folder", async () => {
    await expect(readCorpusFolder(join(dir, "none"))).rejects.toMatchObject({ code: "corpus_empty" });
  });

  it("reads anticipated questions, and names a line that is none", async () => {
    const line = { question: "What?", language: "en", answers: [{ start: 5, end: 11, text: "Boats." }] };
    const jsonl = `${JSON.stringify(line)}\n`;
    await put({ "a.md": "# A\n\nBoats.\n", "questions.jsonl": `${jsonl}\n` });
    expect((await readCorpusFolder(dir)).questions).toEqual([line]);
    await put({ "questions.jsonl": `${jsonl}{"question": 1}\n` });
    await expect(readCorpusFolder(dir)).rejects.toThrow(/questions\.jsonl:2 is no anticipated question/u);
  });
});
