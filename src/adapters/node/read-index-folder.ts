import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { QUESTION_LANGUAGES } from "../../domain/anticipated-question.ts";
import { corpusSchema } from "../../domain/corpus-schema.ts";
import { AppError } from "../../domain/errors.ts";
import {
  type Manifest,
  manifestSchema,
  openIndex,
  openTranslations,
  type QuestionTable,
  questionTableSchema,
  sha256,
  termTableSchema,
  translatedTexts,
  translationTableSchema,
} from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { QuestionIndex, QuestionLanguage } from "../../ports/question-index.ts";
import type { UnansweredQuestions } from "../../ports/unanswered-questions.ts";
import type { Translations } from "../../ports/translations.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { createExactVectorIndex } from "../core/exact-vector-index.ts";
import { createMiniSearchIndex, loadMiniSearch } from "../core/minisearch-index.ts";
import { openUnanswered } from "../core/open-unanswered.ts";
import { openQuestions } from "../core/open-questions.ts";
import { questionAnalyzers } from "../core/question-analyzers.ts";
import { loadHnsw } from "./hnsw-vector-index.ts";

export interface ReadIndexTools {
  readonly encoder: Encoder;
  readonly analyzer: Analyzer;
  /** "hnsw" (default) or "exact" search over the portable vectors. */
  readonly vectorSearch?: "hnsw" | "exact";
}

const pointerSchema = z.object({ build: z.string().regex(/^[0-9a-f]{16}$/u) });

/** The folder of the build that `current.json` points at; null when there is no index yet. */
export async function currentBuild(directory: string): Promise<string | null> {
  const path = join(directory, "current.json");
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw corrupt(path, error);
  });
  if (text === null) return null;
  const pointer = pointerSchema.safeParse(parseJson(path, text));
  if (!pointer.success) throw corrupt(path, pointer.error);
  return join(directory, "builds", pointer.data.build);
}

/**
 * Reads one build and checks every file against the manifest.
 * @throws AppError `index_corrupt` naming the file that is missing, cut or edited;
 * `encoder_mismatch` when the build was made with another encoder.
 */
export async function readIndexFolder(folder: string, tools: ReadIndexTools): Promise<SearchIndex> {
  const { encoder, analyzer, vectorSearch = "hnsw" } = tools;
  const manifest = await readManifest(folder);
  if (manifest.encoder.id !== encoder.id || manifest.encoder.dimensions !== encoder.dimensions) {
    throw new AppError(
      "encoder_mismatch",
      `the index was built with the encoder ${manifest.encoder.id} and ${encoder.id} is in use: ` +
        `rebuild it with "npm run index", or set EMBEDDING_MODEL back`,
    );
  }
  const files = await verifiedFiles(folder, manifest);
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  const parse = <T>(name: string, schema: z.ZodType<T>): T => {
    const result = schema.safeParse(parseJson(name, text(name)));
    if (!result.success) throw corrupt(join(folder, name), result.error);
    return result.data;
  };
  const { dimensions } = manifest.encoder;
  const terms = parse("terms.json", termTableSchema);
  const vectors = (name: string): Float32Array =>
    new Float32Array((files.get(name) ?? new Uint8Array()).slice().buffer);
  const sentenceVectors = vectors("sentences.f32");
  const search = (part: string) =>
    vectorSearch === "exact"
      ? Promise.resolve(createExactVectorIndex(vectors(`${part}.f32`), dimensions))
      : loadHnsw(join(folder, `hnsw-${part}`), dimensions, encoder, manifest.settings.hnsw);
  const [sentenceIndex, passageIndex] = await Promise.all([search("sentences"), search("passages")]);
  const analyzers = questionAnalyzers(analyzer);
  const corpus = parse("corpus.json", corpusSchema);
  const texts = translatedTexts(terms, corpus);
  const questions = new Map<QuestionLanguage, QuestionIndex>();
  const translations = new Map<QuestionLanguage, Translations>();
  let english: QuestionTable | null = null;
  for (const language of QUESTION_LANGUAGES) {
    if (manifest.counts.questions[language] === undefined) continue;
    const table = parse(`questions-${language}.json`, questionTableSchema);
    if (language === "en") english = table;
    const own = openQuestions({
      table,
      lexical: text(`lexical-questions-${language}.json`),
      vectors: vectors(`questions-${language}.f32`),
      vectorIndex: await search(`questions-${language}`),
      analyzer: analyzers[language],
      bm25: manifest.settings.bm25,
    });
    questions.set(language, own);
    const stored = parse(`translations-${language}.json`, translationTableSchema);
    translations.set(
      language,
      openTranslations({ stored, table, texts, language, analyzer: analyzers[language] }),
    );
  }
  const unanswered = new Map<QuestionLanguage, UnansweredQuestions>();
  for (const language of QUESTION_LANGUAGES) {
    if (manifest.counts.unanswered[language] === undefined) continue;
    const table = parse(`unanswered-${language}.json`, questionTableSchema);
    const own = vectors(`unanswered-${language}.f32`);
    const analyzer = analyzers[language];
    unanswered.set(language, openUnanswered({ table, vectors: own, dimensions, analyzer }));
  }
  return openIndex({
    id: manifest.id,
    encoderId: manifest.encoder.id,
    dimensions,
    corpus,
    terms,
    lexical: createMiniSearchIndex(loadMiniSearch(text("lexical.json"), analyzer), {
      analyzer,
      terms,
      questions: english,
      settings: manifest.settings.bm25,
    }),
    sentenceVectors,
    sentenceIndex,
    passageIndex,
    questions,
    translations,
    unanswered,
  });
}

async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, "manifest.json");
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw corrupt(path, error);
  });
  const manifest = manifestSchema.safeParse(parseJson(path, text));
  if (!manifest.success) throw corrupt(path, manifest.error);
  return manifest.data;
}

async function verifiedFiles(folder: string, manifest: Manifest): Promise<Map<string, Uint8Array>> {
  const entries = await Promise.all(
    Object.entries(manifest.files).map(async ([name, expected]): Promise<[string, Uint8Array]> => {
      const path = join(folder, name);
      const bytes = await readFile(path).catch((error: unknown) => {
        throw corrupt(path, error);
      });
      if (bytes.length !== expected.bytes || (await sha256(new Uint8Array(bytes))) !== expected.sha256) {
        throw corrupt(path, null);
      }
      return [name, bytes];
    }),
  );
  return new Map(entries);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw corrupt(path, error);
  }
}

function corrupt(path: string, cause: unknown): AppError {
  const what = isMissing(cause) ? "is missing" : "is damaged";
  return new AppError(
    "index_corrupt",
    `the index file ${path} ${what}: rebuild the index with "npm run index -- --corpus DIR --out DIR" (the report's folder, the index's folder)`,
    { cause },
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
