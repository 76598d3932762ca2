import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Assistant } from "../ask.ts";
import { askRequestSchema, askResponseSchema, type AskResponse } from "../domain/contract.ts";
import { realAssistant } from "./real-index.fixture.ts";
import { runWorker, type RunningWorker } from "./run-worker.ts";

const FACTS = "evals/facts";
const COUNT = 60;
const CLOSED = "Your worker restarted mid-request";

let worker: RunningWorker | undefined;
let state: string;
let exact: Assistant;
let hnsw: Assistant;
let questions: readonly string[];

beforeAll(async () => {
  // First, since it makes the index that the Worker's assets are made of.
  [exact, hnsw] = [await realAssistant("exact"), await realAssistant("hnsw")];
  // Beforehand, so that nothing changes under the Worker while it is asked.
  await promisify(execFile)("npm", ["run", "-s", "build:worker"]);
  state = await mkdtemp(join(tmpdir(), "worker-"));
  worker = await runWorker({ stateDir: state });
  questions = await everyNth(COUNT);
});
afterAll(async () => {
  await worker?.close();
  await rm(state, { recursive: true });
});

/** Questions of the evals, of every kind and language, evenly spread; those that follow on others are asked alone. */
async function everyNth(count: number): Promise<string[]> {
  const names = (await readdir(FACTS)).filter((name) => name.endsWith(".jsonl")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(FACTS, name), "utf8")));
  const all = texts.flatMap((text) =>
    text
      .trim()
      .split("\n")
      .flatMap((line) => z.object({ question: z.string() }).safeParse(JSON.parse(line)).data?.question ?? []),
  );
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] ?? "");
}

/** Asks again when wrangler's proxy, which stands in front, met a connection that workerd had closed: it repeats only GETs itself. */
async function askWorker(question: string, client: string, again = true): Promise<AskResponse> {
  const response = await fetch(`${worker?.url ?? ""}/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", "cf-connecting-ip": client },
    body: JSON.stringify({ question }),
  });
  const text = await response.text();
  if (again && text.startsWith(CLOSED)) return askWorker(question, client, false);
  return askResponseSchema.parse(JSON.parse(text));
}

/** What must be the same: whether and why it abstains, and what it cites. */
function gist({ abstained, reason, citations }: AskResponse): string {
  return JSON.stringify({
    abstained,
    reason,
    cited: citations.map(({ passageId, quote }) => [passageId, quote]),
  });
}

describe("the Worker in workerd, with the real index", () => {
  it("serves requests that come while the index is being loaded", async () => {
    const asked = ["/ready", "/search?q=water", "/passages/none", "/health"];
    const statuses = await Promise.all(
      asked.map(async (path) => (await fetch(`${worker?.url ?? ""}${path}`)).status),
    );
    expect(statuses).toEqual([200, 200, 404, 200]);
  });

  it("answers as Node does: with exact search 60 of 60 questions, with HNSW at least 58", async () => {
    const request = (question: string) => askRequestSchema.parse({ question });
    let [asExact, asHnsw, answered] = [0, 0, 0];
    for (const [i, question] of questions.entries()) {
      const [here, there] = [await exact.ask(request(question)), await askWorker(question, `10.0.0.${i}`)];
      expect(gist(there), question).toBe(gist(here));
      asExact += 1;
      if (gist(there) === gist(await hnsw.ask(request(question)))) asHnsw += 1;
      if (!there.abstained) answered += 1;
    }
    process.stdout.write(`the same as with HNSW: ${asHnsw} of ${COUNT}\n`);
    expect(asExact).toBe(COUNT);
    expect(asHnsw).toBeGreaterThanOrEqual(58);
    // Of both sorts, so that neither is the same by being all there is.
    expect(answered).toBeGreaterThan(20);
    expect(answered).toBeLessThan(COUNT - 5);
  });
});
