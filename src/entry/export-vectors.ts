import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createColors } from "picocolors";
import { createTerminalProgress, type ProgressStream } from "../adapters/node/progress.ts";
import { searchedParts } from "../adapters/worker/vectorize-names.ts";
import { AppError } from "../domain/errors.ts";
import { writeVectors, type WrittenVectors } from "./write-vectors.ts";

const USAGE = `npm run worker:vectors -- --out FILE [--index DIR]

Writes the vectors of an index as lines of JSON for "wrangler vectorize insert" (docs/large-corpora.md).

  --out FILE    the file to write, such as vectors.ndjson; with more than 100,000 vectors, which is what wrangler takes at
                once, vectors-1.ndjson, vectors-2.ndjson, ...
  --index DIR   the folder of the index (INDEX_DIR, or index)
`;

/** What the command writes to and reads from beside its arguments. */
export interface WorkerVectorsIo {
  readonly out: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly err: ProgressStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `npm run worker:vectors`. The exit code is 1 when nothing was written. */
export async function runWorkerVectors(argv: readonly string[], io: WorkerVectorsIo): Promise<number> {
  try {
    const { help, out, index } = readArguments(argv);
    if (help === true) {
      io.out.write(USAGE);
      return 0;
    }
    if (out === undefined || out === "") {
      throw new AppError("invalid_request", "say where to write: npm run worker:vectors -- --out FILE");
    }
    const named = io.env["INDEX_DIR"]?.trim() ?? "";
    const written = await writeVectors({
      indexDir: index ?? (named === "" ? "index" : named),
      out,
      progress: createTerminalProgress({ stream: io.err }),
    });
    const { bold } = createColors(io.out.isTTY === true && !io.env["NO_COLOR"]);
    io.out.write(describe(written, bold));
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.err.write(`error (${error.code}): ${error.message}\n`);
    return 1;
  }
}

/** What was written, and the commands that come next. */
function describe({ manifest, files }: WrittenVectors, bold: (text: string) => string): string {
  const { id, encoder } = manifest;
  const parts = [...searchedParts(manifest)].map(([part, rows]) => `${part} ${count(rows)}`).join(", ");
  const total = files.reduce((sum, { vectors }) => sum + vectors, 0);
  return [
    `${bold(`${count(total)} vectors`)} of ${encoder.dimensions} dimensions: ${parts}`,
    `Build ${id}, encoder ${encoder.id}.`,
    "",
    ...files.map(
      ({ path, vectors, bytes }) =>
        `  ${path}  ${count(vectors)} vectors, ${count(Math.ceil(bytes / 1e6))} MB`,
    ),
    "",
    bold("Next, with a name for NAME:"),
    `  npx wrangler vectorize create NAME --dimensions=${encoder.dimensions} --metric=cosine`,
    ...files.map(({ path }) => `  npx wrangler vectorize insert NAME --file=${quoted(path)}`),
    "",
  ].join("\n");
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function quoted(path: string): string {
  return /^[\w./@+-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

function readArguments(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { out: { type: "string" }, index: { type: "string" }, help: { type: "boolean" } },
    });
    return values;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      "invalid_request",
      `${message} (npm run worker:vectors -- --help shows what there is)`,
      {
        cause,
      },
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = await runWorkerVectors(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    env: process.env,
  });
}
