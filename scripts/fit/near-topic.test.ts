import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { questionKey } from "../../src/domain/anticipated-question.ts";
import { deal, readNearTopic } from "./near-topic.ts";

async function fileOf(...lines: readonly string[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "near-")), "near-topic.jsonl");
  await writeFile(path, lines.join("\n"));
  return path;
}
const GOOD = JSON.stringify({ question: "Who?", language: "en", nearest: { start: 0, end: 4 } });

describe("readNearTopic", () => {
  it("reads one question a line, and names a line that is none", async () => {
    expect(await readNearTopic(await fileOf(GOOD, ""))).toHaveLength(1);
    const broken = await fileOf(GOOD, '{"question":"Who?"}');
    await expect(readNearTopic(broken)).rejects.toThrow(`${broken}:2`);
  });

  it("has no question twice, none that the corpus anticipates, and each beside text of the corpus", async () => {
    const { documents, questions } = await readCorpusFolder("corpus");
    const near = await readNearTopic();
    const keys = new Set(near.map(questionKey));
    expect(keys.size).toBe(near.length);
    expect(questions.filter((one) => keys.has(questionKey(one)))).toEqual([]);
    const length = documents[0]?.text.length ?? 0;
    expect(near.filter(({ nearest: { start, end } }) => start >= end || end > length)).toEqual([]);
  });
});

describe("deal", () => {
  it("gives every item to one hand, in turn", () => {
    expect(deal([1, 2, 3, 4, 5], 2)).toEqual([
      [1, 3, 5],
      [2, 4],
    ]);
  });
});
