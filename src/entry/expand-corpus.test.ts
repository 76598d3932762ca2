import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  startScriptedModel,
  type Script,
  type ScriptedModel,
} from "../adapters/node/scripted-model.fixture.ts";
import { createChatModel } from "../adapters/core/chat-model.ts";
import { readCorpusFolder } from "../adapters/node/corpus-folder.ts";
import { readPrompt } from "../adapters/node/prompt-file.ts";
import { ingest } from "../ingest/index.ts";
import { placeQuestions } from "../indexing/index.ts";
import { silentProgress } from "../ports/progress.ts";
import { expandCorpus, type ExpandOutcome } from "./expand-corpus.ts";

const VILLAGE = `# The Harbour

Twelve boats were lost in the gale of 2019. Nobody was hurt in it.

# The Pier

The council built the stone pier in 1931. Its repair cost 40,000 crowns.
`;
let folder: string;
let scripted: ScriptedModel | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "expand-"));
  await writeFile(join(folder, "village.md"), VILLAGE);
});

afterEach(async () => {
  scripted?.close();
  await rm(folder, { recursive: true });
});

async function expand(script: Script): Promise<ExpandOutcome> {
  scripted?.close();
  scripted = await startScriptedModel(script);
  const { baseUrl } = scripted;
  return expandCorpus({
    corpusDir: folder,
    writer: "scripted",
    model: await createChatModel({ provider: "openai", baseUrl, model: "scripted", apiKey: "" }),
    prompt: await readPrompt("expand"),
    progress: silentProgress,
    lanes: 1,
  });
}

const about = (prompt: string): string => (prompt.includes("Twelve boats") ? "boats" : "pier");
const good: Script = (prompt) =>
  JSON.stringify({
    en: [{ q: `What became of the ${about(prompt)}?`, s: [0] }],
    es: [{ q: `¿Qué pasó con ${about(prompt)}?`, s: [1] }],
  });

async function placed() {
  const { documents, meta, questions } = await readCorpusFolder(folder);
  return placeQuestions(questions, ingest(documents, meta).corpus, documents);
}

describe("expandCorpus", () => {
  it("writes questions of every passage, anchored to its sentences", async () => {
    expect(await expand(good)).toEqual({ written: 2, questions: 4, given: [] });
    const { placed: rows, dead } = await placed();
    expect(dead).toEqual([]);
    expect(rows.map(({ question, sentences }) => [question, sentences])).toEqual([
      ["What became of the boats?", [0]],
      ["¿Qué pasó con boats?", [1]],
      ["What became of the pier?", [0]],
      ["¿Qué pasó con pier?", [1]],
    ]);
  });

  it("shows the model one passage and its place, and nothing else of the text", async () => {
    await expand(good);
    expect(scripted?.prompts[0]).toContain("Where: The Harbour");
    expect(scripted?.prompts[0]).toContain("[0] Twelve boats were lost in the gale of 2019.");
    expect(scripted?.prompts[0]).not.toContain("stone pier");
  });

  it("goes on where a run was stopped, half a line included", async () => {
    await expect(expand((prompt, call) => (call === 1 ? good(prompt, call) : 400))).rejects.toThrow();
    await appendFile(join(folder, "questions.jsonl"), '{"question":"Half a li');
    expect(await expand(good)).toEqual({ written: 1, questions: 2, given: [] });
    expect(scripted?.prompts).toHaveLength(1);
    expect((await placed()).placed).toHaveLength(4);
    expect(await expand(good)).toEqual({ written: 0, questions: 0, given: [] });
  });

  it.each<[string, string, RegExp]>([
    ["no JSON", "Sure! Here are some questions.", /./u],
    ["a missing language", '{"en":[{"q":"What was lost?","s":[0]}]}', /es/u],
    [
      "a sentence that is not there",
      '{"en":[{"q":"What was lost?","s":[7]}],"es":[{"q":"¿Qué?","s":[0]}]}',
      /sentence/u,
    ],
    [
      "too many questions",
      JSON.stringify({
        en: Array.from({ length: 9 }, (_, i) => ({ q: `Question ${i}?`, s: [0] })),
        es: [{ q: "¿Qué?", s: [0] }],
      }),
      /en/u,
    ],
  ])("asks again after %s, telling the fault, and writes nothing of it", async (_, bad, fault) => {
    const outcome = await expand((prompt, call) => (call === 1 ? bad : good(prompt, call)));
    expect(outcome).toEqual({ written: 2, questions: 4, given: [] });
    expect(scripted?.prompts[1]).toContain("An earlier reply could not be used");
    expect(scripted?.prompts[1]?.split("could not be used: ")[1]).toMatch(fault);
    expect(await readFile(join(folder, "questions.jsonl"), "utf8")).not.toContain("What was lost?");
  });

  it("gives a passage up after three faults, and names it", async () => {
    const outcome = await expand((prompt, call) => (about(prompt) === "pier" ? "no" : good(prompt, call)));
    expect(outcome.written).toBe(1);
    expect(outcome.given.map(({ passage }) => passage.text.slice(0, 11))).toEqual(["The council"]);
    expect(scripted?.prompts).toHaveLength(4);
  });

  it("never asks the same of two passages", async () => {
    const same = JSON.stringify({ en: [{ q: "What is it?", s: [0] }], es: [{ q: "¿Qué es?", s: [0] }] });
    const outcome = await expand(() => same);
    expect(outcome.written).toBe(1);
    expect(outcome.given[0]?.fault).toContain("has been asked of another passage");
  });
});
