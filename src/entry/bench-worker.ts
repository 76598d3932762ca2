import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import type { Encoder } from "../ports/encoder.ts";
import { createTerminalProgress } from "../adapters/node/progress.ts";
import { countD1Rows } from "./bench/d1-rows.ts";
import { inspectHeap } from "./bench/inspect-heap.ts";
import { createLoadClient } from "./bench/load-client.ts";
import { cpuTimesBelow } from "./bench/process-time.ts";
import { readQuestions } from "./bench/read-questions.ts";
import { timeEach, timing } from "./bench/timing.ts";
import { encoderFor } from "./load-assistant.ts";
import { runWorker } from "./run-worker.ts";
import { readSettings } from "./settings.ts";

/** Rounds over the questions. */
const ROUNDS = 3;
const run = promisify(execFile);

/**
 * Size, start, memory and speed of the Worker in workerd on this machine. The yardstick is the encoder's pass on Node over the same
 * questions in the same run, as for `npm run bench`. `npm run bench:worker`
 */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const encoder = await encoderFor(
    settings,
    settings.CORPUS_DIR,
    createTerminalProgress({ stream: process.stderr }),
  );
  const folder = await mkdtemp(join(tmpdir(), "bench-worker-"));
  process.stderr.write("Building and starting the Worker\n");
  await run("npm", ["run", "-s", "build:worker"]);
  await run("node_modules/.bin/wrangler", ["deploy", "--dry-run", "--outdir", folder]);
  const bundle = (await filesBelow(folder)).filter(({ name }) => /\.(?:js|wasm)$/u.test(name));
  const assets = await filesBelow("dist/worker");
  const questions = await readQuestions("evals/facts/dev-seed.jsonl");
  const { load, encodes, asks, cpu } = await timeWorker(questions, encoder, join(folder, "state"));
  const heap = await weighWorker(questions, join(folder, "state"));
  const d1 = await countD1Rows(settings, join(folder, "d1"));
  await rm(folder, { recursive: true });

  const [pass, ask] = [timing(encodes), timing(asks)];
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const length = (content: Uint8Array): number => content.length;
  const largest = Math.max(...assets.map(({ content }) => content.length));
  const rows = [
    [
      "bundle",
      `${mb(sizeOf(bundle, length))}, ${mb(sizeOf(bundle, (content) => gzipSync(content).length))} gzipped`,
      "",
      "10 MB gzipped (paid plan)",
    ],
    [
      "static assets",
      `${assets.length} of ${mb(sizeOf(assets, length))}, the largest ${mb(largest)}`,
      "",
      "26.2 MB each",
    ],
    ["first answer of an isolate", `${(load / 1000).toFixed(1)} s after it is asked`, "", ""],
    ["memory of an isolate", mb(heap), "", "128 MB"],
    ["encoder pass on Node, batch 1", `p50 ${ms(pass.p50)}`, "the yardstick", ""],
    ["/ask p50", ms(ask.p50), `${(ask.p50 / pass.p50).toFixed(1)} passes`, ""],
    ["/ask p95", ms(ask.p95), `${(ask.p95 / pass.p50).toFixed(1)} passes`, ""],
    [
      "rows that D1 writes for an answer",
      `${d1.first} the first of a conversation, ${d1.next} another`,
      "",
      "",
    ],
    ["CPU time a question", ms(cpu), `${(cpu / pass.mean).toFixed(1)} passes`, "30 s (paid plan)"],
  ];
  process.stdout.write(`| what | measured | ratio | limit |\n| --- | --- | --- | --- |\n`);
  for (const row of rows) process.stdout.write(`| ${row.join(" | ")} |\n`);
  process.stdout.write(
    `\n${questions.length} questions, ${ROUNDS} rounds, workerd and node ${process.version}\n`,
  );
}

/** Asks the Worker, and the encoder in turn, so that a busy machine slows both alike. */
async function timeWorker(questions: readonly string[], encoder: Encoder, stateDir: string) {
  const worker = await runWorker({ stateDir });
  const client = createLoadClient(worker.url);
  try {
    const [load = 0] = await timeEach(["/ready"], async (path) => {
      const response = await fetch(`${worker.url}${path}`);
      if (!response.ok) throw new Error(`the Worker is not ready: ${await response.text()}`);
    });
    await client.run(questions, 1);
    const [encodes, asks]: [number[], number[]] = [[], []];
    const before = await cpuOfIsolate(worker.pid);
    for (let round = 0; round < ROUNDS; round += 1) {
      encodes.push(...(await timeEach(questions, (question) => encoder.embedQuery(question))));
      asks.push(...(await client.run(questions, 1)).durations);
    }
    const cpu = ((await cpuOfIsolate(worker.pid)) - before) / asks.length;
    return { load, encodes, asks, cpu };
  } finally {
    await client.close();
    await worker.close();
  }
}

/** CPU time of the workerd that runs the Worker: the one that wrangler starts last, behind one that passes requests on. */
async function cpuOfIsolate(wrangler: number): Promise<number> {
  const times = await cpuTimesBelow(wrangler, "workerd");
  return times.get(Math.max(...times.keys())) ?? Number.NaN;
}

/** Bytes of an isolate after all questions and a long one; in a run of its own, since its inspector takes time of the Worker's. */
async function weighWorker(questions: readonly string[], stateDir: string): Promise<number> {
  const inspectorPort = await freePort();
  const worker = await runWorker({ inspectorPort, stateDir });
  const client = createLoadClient(worker.url);
  try {
    await client.run([...questions, questions.join(" ").slice(0, 2000)], 1);
    return await inspectHeap(`http://127.0.0.1:${inspectorPort}`);
  } finally {
    await client.close();
    await worker.close();
  }
}

interface FileContent {
  readonly name: string;
  readonly content: Uint8Array;
}

async function filesBelow(folder: string): Promise<FileContent[]> {
  const files: FileContent[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) files.push({ name, content: await readFile(path) });
  }
  return files;
}

/** Bytes of some files together. */
function sizeOf(files: readonly FileContent[], measure: (content: Uint8Array) => number): number {
  return files.reduce((sum, { content }) => sum + measure(content), 0);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(address !== null && typeof address === "object" ? address.port : 0);
      });
    });
  });
}

await main();
