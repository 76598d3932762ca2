import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { readCorpusFolder } from "../adapters/node/corpus-folder.ts";
import { createPinoLogger } from "../adapters/node/logger.ts";
import { createTerminalProgress } from "../adapters/node/progress.ts";
import { QUESTION_LANGUAGES } from "../domain/anticipated-question.ts";
import { embeddingRows } from "../indexing/index.ts";
import { silentProgress } from "../ports/progress.ts";
import { createLoadClient } from "./bench/load-client.ts";
import { readQuestions } from "./bench/read-questions.ts";
import { timeEach, timing } from "./bench/timing.ts";
import { buildFromFolder } from "./build.ts";
import { assistantFor } from "./assistant-for.ts";
import { loadIndex } from "./load-assistant.ts";
import { openMemory } from "./open-memory.ts";
import { startServer } from "./server.ts";
import { readSettings } from "./settings.ts";

/** Rounds over the questions for each timing. */
const ROUNDS = 3;

/**
 * Speed of the whole, in one process: the encoder's own passes are the yardstick, over the same questions in the
 * same run. Ratios are what to compare between machines. `npm run bench`
 */
async function main(): Promise<void> {
  const settings = { ...readSettings(process.env), PORT: 0, RATE_LIMIT_PER_MINUTE: 0 };
  const progress = createTerminalProgress({ stream: process.stderr });
  const { index, encoder } = await loadIndex(settings, progress);
  const assistant = assistantFor(index, encoder, settings);
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const memory = await openMemory({ ...settings, DATABASE: join(folder, "answers.db") }, {});
  const server = await startServer({
    settings,
    memory,
    logger: createPinoLogger({ level: "silent" }),
    assistant: Promise.resolve(assistant),
  });
  const questions = await readQuestions("evals/facts/dev-seed.jsonl");
  const rounds = Array.from({ length: ROUNDS }, () => questions).flat();
  const client = createLoadClient(server.url);
  await client.run(questions, 1);
  const encodes: number[] = [];
  const asks: number[] = [];
  // In turn, so that a busy machine slows both alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    encodes.push(...(await timeEach(questions, (question) => encoder.embedQuery(question))));
    asks.push(...(await client.run(questions, 1)).durations);
  }
  const [pass, ask] = [timing(encodes), timing(asks)];
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const perSecond = async (connections: number): Promise<number> =>
    (rounds.length / (await client.run(rounds, connections)).elapsed) * 1000;
  const one = await perSecond(1);
  const four = await perSecond(4);
  const sixteen = await perSecond(16);
  lag.disable();
  await client.close();
  await server.close();
  await rm(folder, { recursive: true });

  const build = await timeBuild(settings.CORPUS_DIR, encoder, index);
  const ms = (value: number): string => `${value.toFixed(2)} ms`;
  const rows = [
    ["encoder pass, batch 1", `p50 ${ms(pass.p50)}, p95 ${ms(pass.p95)}`, "the yardstick", ""],
    ["/ask p50", ms(ask.p50), `${(ask.p50 / pass.p50).toFixed(2)} passes`, "at most 4"],
    ["/ask p95", ms(ask.p95), `${(ask.p95 / pass.p50).toFixed(2)} passes`, "at most 10"],
    [
      "throughput, 1 connection",
      `${one.toFixed(0)}/s`,
      `${((one * ask.mean) / 1000).toFixed(2)} of 1/mean`,
      "",
    ],
    [
      "throughput, 4 connections",
      `${four.toFixed(0)}/s`,
      `${((four * ask.mean) / 1000).toFixed(2)} of 1/mean`,
      "at least 0.8",
    ],
    [
      "throughput, 16 connections",
      `${sixteen.toFixed(0)}/s`,
      `${((sixteen * ask.mean) / 1000).toFixed(2)} of 1/mean`,
      "at least 0.8",
    ],
    [
      "event-loop lag under load",
      `p50 ${ms(lag.percentile(50) / 1e6)}, p99 ${ms(lag.percentile(99) / 1e6)}`,
      "",
      "",
    ],
    [
      "index build",
      `${(build.build / 1000).toFixed(1)} s`,
      `${(build.build / build.embed).toFixed(2)} of embedding`,
      "at most 1.4",
    ],
    ["peak memory", `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`, "", ""],
  ];
  process.stdout.write(`| what | measured | ratio | limit |\n| --- | --- | --- | --- |\n`);
  for (const row of rows) process.stdout.write(`| ${row.join(" | ")} |\n`);
  process.stdout.write(
    `\n${questions.length} questions, ${ROUNDS} rounds, ${index.corpus.passages.length} passages, ${encoder.id}, node ${process.version}\n`,
  );
}

async function timeBuild(
  corpusDir: string,
  encoder: Awaited<ReturnType<typeof loadIndex>>["encoder"],
  index: Awaited<ReturnType<typeof loadIndex>>["index"],
): Promise<{ readonly build: number; readonly embed: number }> {
  const rows = embeddingRows(index.corpus);
  const asked = QUESTION_LANGUAGES.flatMap((language) => index.questions(language)?.rows ?? []);
  const texts = [...rows.sentences, ...rows.passages].map((row) => row.text);
  const { unanswered } = await readCorpusFolder(corpusDir);
  texts.push(...[...asked, ...unanswered].map(({ question }) => question));
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const [embed = 0] = await timeEach([texts], (all) => encoder.embedDocuments(all));
  const [build = 0] = await timeEach([folder], (indexDir) =>
    buildFromFolder(
      { corpusDir, indexDir },
      {
        encoder: () => Promise.resolve(encoder),
        analyzer: createEnglishAnalyzer(),
        progress: silentProgress,
      },
    ),
  );
  await rm(folder, { recursive: true });
  return { build, embed };
}

await main();
