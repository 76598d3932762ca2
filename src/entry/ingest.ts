import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createColors } from "picocolors";
import { readCorpusFolder } from "../adapters/node/corpus-folder.ts";
import { AppError } from "../domain/errors.ts";
import { checkCorpus, formatIngestReport, ingest } from "../ingest/index.ts";

const USAGE = `npm run ingest -- --report [--corpus DIR] [--json]

  --report       show what was found in the corpus: chapters, joins, quotes left out, notes (the default)
  --corpus DIR   the folder to read (CORPUS_DIR, or corpus)
  --json         print the report as JSON
`;

/** What the command writes to and reads from beside its arguments. */
export interface IngestIo {
  readonly out: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly err: { write(text: string): unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Reads a corpus folder and prints what ingest made of it. The exit code is 1 when it cannot, or the check fails. */
export async function runIngest(argv: readonly string[], io: IngestIo): Promise<number> {
  try {
    const { json, help, corpus: dir } = readArguments(argv);
    if (help) {
      io.out.write(USAGE);
      return 0;
    }
    const { documents, meta } = await readCorpusFolder(dir ?? corpusDir(io.env));
    const { corpus, report } = ingest(documents, meta);
    const problems = checkCorpus(corpus, documents);
    const { bold, dim } = createColors(io.out.isTTY === true && !io.env["NO_COLOR"]);
    const text = json
      ? JSON.stringify({ title: meta.title, ...report, problems }, null, 2)
      : `${bold(meta.title)}\n\n${formatIngestReport(report, { title: bold, faint: dim })}`;
    io.out.write(`${text}\n`);
    if (problems.length > 0) io.err.write(`error: ${problems.length} problems\n${problems.join("\n")}\n`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.err.write(`error (${error.code}): ${error.message}\n`);
    return 1;
  }
}

function corpusDir(env: IngestIo["env"]): string {
  const named = env["CORPUS_DIR"]?.trim() ?? "";
  return named === "" ? "corpus" : named;
}

function readArguments(argv: readonly string[]): {
  json: boolean;
  help: boolean;
  corpus: string | undefined;
} {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        report: { type: "boolean" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
        corpus: { type: "string" },
      },
    });
    return { json: values.json, help: values.help, corpus: values.corpus };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("invalid_request", `${message} (npm run ingest -- --help shows what there is)`, {
      cause,
    });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = await runIngest(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    env: process.env,
  });
}
