import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import {
  buildQuestionTable,
  buildTranslations,
  type BuiltIndex,
  flatVectors,
  type Manifest,
  sha256,
} from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { buildMiniSearch } from "../core/minisearch-index.ts";
import { buildQuestionSearch } from "../core/minisearch-questions.ts";
import { questionAnalyzers } from "../core/question-analyzers.ts";
import { saveHnsw } from "./hnsw-vector-index.ts";
import { readIndexFolder } from "./read-index-folder.ts";
import { writeTuning } from "./tuning-file.ts";

/**
 * Stores a build as `directory/builds/<id>`, opens it once to check it, then points
 * `directory/current.json` at it in one rename. Until then the index already there stays as it was.
 * @throws AppError `target_unwritable` when the folder cannot be made or written.
 */
export async function writeIndexFolder(
  directory: string,
  built: BuiltIndex,
  tools: { readonly encoder: Encoder; readonly analyzer: Analyzer },
): Promise<SearchIndex> {
  const builds = join(directory, "builds");
  const final = join(builds, built.manifest.id);
  const draft = join(builds, `.draft-${built.manifest.id}`);
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    await writeParts(draft, built, tools);
    const index = await readIndexFolder(draft, tools);
    await rm(final, { recursive: true, force: true });
    await rename(draft, final);
    const pointer = join(directory, "current.json");
    await writeFile(`${pointer}.draft`, `${JSON.stringify({ build: built.manifest.id })}\n`);
    await rename(`${pointer}.draft`, pointer);
    await removeOthers(builds, built.manifest.id);
    return index;
  } catch (cause) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    if (cause instanceof AppError) throw cause;
    throw new AppError("target_unwritable", `cannot write the index to ${directory}: ${reason(cause)}`, {
      cause,
    });
  }
}

/** Fails early, before hours of embedding, when nothing can be written to `directory`. */
export async function assertWritable(directory: string): Promise<void> {
  const probe = join(directory, "builds", ".probe");
  try {
    await makeFolder(dirname(probe));
    await writeFile(probe, "");
    await rm(probe);
  } catch (cause) {
    throw new AppError("target_unwritable", `cannot write the index to ${directory}: ${reason(cause)}`, {
      cause,
    });
  }
}

/** Makes a folder and those above it one by one: Node's recursive mkdir never returns on some file systems (/proc). */
async function makeFolder(path: string): Promise<void> {
  if (
    await stat(path).then(
      (s) => s.isDirectory(),
      () => false,
    )
  )
    return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path);
}

/** JSON text of a manifest, as far as its title. */
const titleSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("not JSON");
      return z.NEVER;
    }
  })
  .pipe(z.object({ corpus: z.object({ title: z.string() }) }));

/** Titles of the corpora whose builds are in an index folder, as far as their manifests can be read. */
export async function corporaIn(directory: string): Promise<string[]> {
  const builds = join(directory, "builds");
  const names = await readdir(builds).catch(() => []);
  const titles = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(builds, name, "manifest.json"), "utf8").catch(() => "");
      return titleSchema.safeParse(text).data?.corpus.title;
    }),
  );
  return [...new Set(titles.filter((title) => title !== undefined))];
}

async function writeParts(
  folder: string,
  built: BuiltIndex,
  { encoder, analyzer }: { readonly encoder: Encoder; readonly analyzer: Analyzer },
): Promise<void> {
  const { dimensions } = built.manifest.encoder;
  const { hnsw } = built.manifest.settings;
  const json = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, name), JSON.stringify(value));
  await json("corpus.json", built.corpus);
  await json("terms.json", built.terms);
  await json("dictionary.json", built.dictionary);
  await json("lexical.json", buildMiniSearch(built.documents, analyzer));
  if (encoder.tuning) await writeTuning(folder, encoder.tuning);
  await writeFile(join(folder, "sentences.f32"), floats(built.sentenceVectors));
  await writeFile(join(folder, "passages.f32"), floats(built.passageVectors));
  const analyzers = questionAnalyzers(analyzer);
  for (const [language, { rows, vectors }] of built.questions) {
    const table = buildQuestionTable(rows, analyzers[language]);
    await json(`questions-${language}.json`, table);
    await json(`translations-${language}.json`, buildTranslations(table, built.terms, built.corpus));
    await json(`lexical-questions-${language}.json`, buildQuestionSearch(rows, analyzers[language]));
    await writeFile(join(folder, `questions-${language}.f32`), floats(vectors));
    await saveHnsw(join(folder, `hnsw-questions-${language}`), vectors, dimensions, encoder, hnsw);
  }
  for (const [language, { rows, vectors }] of built.unanswered) {
    await json(`unanswered-${language}.json`, buildQuestionTable(rows, analyzers[language]));
    await writeFile(join(folder, `unanswered-${language}.f32`), floats(vectors));
  }
  await saveHnsw(join(folder, "hnsw-sentences"), built.sentenceVectors, dimensions, encoder, hnsw);
  await saveHnsw(join(folder, "hnsw-passages"), built.passageVectors, dimensions, encoder, hnsw);
  const files: Manifest["files"] = {};
  for (const name of await listFiles(folder)) {
    const bytes = new Uint8Array(await readFile(join(folder, name)));
    files[name] = { sha256: await sha256(bytes), bytes: bytes.length };
  }
  await writeFile(
    join(folder, "manifest.json"),
    `${JSON.stringify({ ...built.manifest, files }, null, 2)}\n`,
  );
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    entries.map(async (e) => ((await stat(join(folder, e))).isFile() ? [e] : [])),
  );
  return files.flat().sort();
}

function floats(vectors: readonly (readonly number[])[]): Uint8Array {
  return new Uint8Array(flatVectors(vectors).buffer);
}

async function removeOthers(builds: string, keep: string): Promise<void> {
  const others = (await readdir(builds)).filter((name) => name !== keep);
  await Promise.all(others.map((name) => rm(join(builds, name), { recursive: true, force: true })));
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
