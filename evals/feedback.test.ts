import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMemory } from "../src/entry/open-memory.ts";
import { readSettings } from "../src/entry/settings.ts";
import { storedAnswer } from "../src/ports/conversations.contract.ts";

const run = promisify(execFile);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "feedback-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});
const feedback = (database: string, ...args: string[]) =>
  run(process.execPath, ["--import", "tsx", "evals/feedback.ts", ...args], {
    env: { ...process.env, DATABASE: database, NO_COLOR: "1" },
  });

describe("npm run feedback", () => {
  it("sums up what is kept, and exports the gaps and candidates", async () => {
    const path = join(folder, "answers.db");
    const memory = await openMemory(readSettings({ DATABASE: path }));
    const at = Date.now();
    const silent = { reason: "not_in_report" as const, citations: [], at };
    const questions = ["How much do nurses earn?", "How much do nurses earn", "Who sells <b>weapons</b>?"];
    for (const [i, standaloneQuestion] of questions.entries()) {
      await memory?.conversations.begin(`c${i}`, storedAnswer(`s${i}`, { ...silent, standaloneQuestion }));
    }
    const answer = storedAnswer("a1", { standaloneQuestion: "Was it so?", at });
    await memory?.conversations.begin("c", answer);
    await memory?.feedback.put({ vote: "down", reason: "bad_citation", text: "Wrong page", at, answer });
    await memory?.close();

    const out = join(folder, "out");
    const { stdout } = await feedback(path, "--export", out);
    expect(stdout).toContain("Feedback: 0 up, 1 down (bad citation 1).");
    expect(stdout).toMatch(/could not answer 3 questions, in 2 groups:\n +2 +How much do nurses earn/u);
    const read = (name: string) => readFile(join(out, name), "utf8");
    expect(await read("unanswered.md")).toMatch(/\*\*How much do nurses earn\??\*\* \(2\)/u);
    expect(await read("unanswered.md")).not.toContain("<b>");
    expect(await read("voted-down.md")).toMatch(/## Was it so\?\n\nbad citation: Wrong page/u);
    const candidates = (await read("candidates.jsonl")).trim().split("\n");
    expect(candidates).toHaveLength(3);
    const { stdout: json } = await feedback(path, "--json");
    expect(JSON.parse(json)).toMatchObject({ groups: [{ asked: 2 }, { asked: 1 }] });
  }, 60_000);

  it("names a database that is not there, and makes none", async () => {
    const path = join(folder, "none.db");
    await expect(feedback(path)).rejects.toMatchObject({ code: 1 });
    const error: unknown = await feedback(path).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(path);
    await expect(readFile(path)).rejects.toThrow();
  }, 60_000);
});
