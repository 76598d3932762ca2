import { isatty } from "node:tty";
import { parseArgs } from "node:util";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { createTerminalProgress } from "../adapters/node/progress.ts";
import { askRequestSchema } from "../domain/contract.ts";
import { AppError } from "../domain/errors.ts";
import { encoderFor, loadAssistant } from "./load-assistant.ts";
import { logFallbacks } from "./log-fallbacks.ts";
import { readSettings, type Settings } from "./settings.ts";

const USAGE = `ask-the-report

  npm start                                    serve on http://127.0.0.1:8787 (builds the index when there is none)
  npm run index -- [--corpus DIR] [--out DIR] [--replace]  build the index of a folder of .md and .txt files
  npm run ask -- [--json] "QUESTION"           answer one question in the terminal
  npm run ingest -- --report                   show what was found in the corpus
`;

/** Runs one command, loading only what it needs; the exit code is 0 when it did what was asked. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [command = "help", ...rest] = argv;
  try {
    const settings = readSettings(env);
    switch (command) {
      case "serve":
        await serve(settings);
        return 0;
      case "index":
        return await index(rest, settings);
      case "ask":
        return await ask(rest, settings);
      case "help":
      case "--help":
        process.stdout.write(USAGE);
        return 0;
      default:
        throw new AppError(
          "invalid_request",
          `unknown command "${command}": run "npm run ask -- --help" for what there is`,
        );
    }
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

async function serve(settings: Settings): Promise<void> {
  const { createPinoLogger } = await import("../adapters/node/logger.ts");
  const { openMemory } = await import("./open-memory.ts");
  const { createServiceMetrics, startServer } = await import("./server.ts");
  const logger = createPinoLogger({ level: settings.LOG_LEVEL });
  const progress = createTerminalProgress({ stream: process.stderr });
  const memory = await openMemory(settings, { logger });
  const metrics = createServiceMetrics();
  const onLookup = (found: boolean): void => {
    metrics.count("answer_cache_lookups_total", { result: found ? "hit" : "miss" });
  };
  const assistant = loadAssistant(settings, progress, { ...logFallbacks(logger), onLookup });
  const { openSlack } = await import("./open-slack.ts");
  const slack = await openSlack(settings, { memory, assistant, logger });
  await startServer({ settings, logger, memory, slack, metrics, assistant });
}

async function index(args: readonly string[], settings: Settings): Promise<number> {
  const { values } = parse(args, {
    corpus: { type: "string" },
    out: { type: "string" },
    replace: { type: "boolean" },
  });
  const corpusDir = typeof values["corpus"] === "string" ? values["corpus"] : settings.CORPUS_DIR;
  const indexDir = typeof values["out"] === "string" ? values["out"] : settings.INDEX_DIR;
  const progress = createTerminalProgress({ stream: process.stderr });
  const { buildFromFolder } = await import("./build.ts");
  const built = await buildFromFolder(
    { corpusDir, indexDir, replace: values["replace"] === true },
    { encoder: () => encoderFor(settings, corpusDir, progress), analyzer: createEnglishAnalyzer(), progress },
  );
  const { passages, chapters } = built.corpus;
  process.stdout.write(
    `Indexed ${passages.length} passages in ${chapters.length} chapters with ${built.encoderId} into ${indexDir} (build ${built.id}).\n`,
  );
  return 0;
}

async function ask(args: readonly string[], settings: Settings): Promise<number> {
  const { values, positionals } = parse(args, { json: { type: "boolean" }, help: { type: "boolean" } });
  if (values["help"] === true) {
    process.stdout.write(USAGE);
    return 0;
  }
  const request = askRequestSchema.safeParse({ question: positionals.join(" ") });
  if (!request.success)
    throw new AppError("invalid_request", request.error.issues[0]?.message ?? "a question is needed");
  const assistant = await loadAssistant(settings, createTerminalProgress({ stream: process.stderr }));
  const response = await assistant.ask(request.data);
  const { formatAnswer } = await import("./cli-ask.ts");
  const color = isatty(process.stdout.fd) && process.env["NO_COLOR"] === undefined;
  process.stdout.write(
    values["json"] === true
      ? `${JSON.stringify(response, null, 2)}\n`
      : `${formatAnswer(response, { color, width: Math.min(process.stdout.columns || 100, 100) })}\n`,
  );
  return 0;
}

function parse(args: readonly string[], options: Record<string, { type: "string" | "boolean" }>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new AppError("invalid_request", cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function explain(error: unknown): string {
  if (error instanceof AppError) return `error (${error.code}): ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

process.exitCode = await main(process.argv.slice(2), process.env);
