import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join, relative, resolve, sep } from "node:path";
import { anticipatedQuestionSchema, type AnticipatedQuestion } from "../../domain/anticipated-question.ts";
import type { z } from "zod";
import { corpusMetaSchema, type CorpusMeta, type SourceDocument } from "../../domain/corpus.ts";
import { AppError } from "../../domain/errors.ts";
import { unansweredQuestionSchema, type UnansweredQuestion } from "../../domain/unanswered-question.ts";
import { parseJsonLines } from "../../domain/json-lines.ts";

const META_FILE = "corpus.json";
const QUESTIONS_FILE = "questions.jsonl";
const UNANSWERED_FILE = "unanswered.jsonl";
const TEXT_FILE = /\.(?:md|markdown|txt)$/iu;
const README = /^readme\.(?:md|txt)$/iu;

export interface CorpusFolder {
  readonly documents: SourceDocument[];
  readonly meta: CorpusMeta;
  /** Anticipated questions of `questions.jsonl`; empty without that file. */
  readonly questions: readonly AnticipatedQuestion[];
  /** What is near its subjects and not answered, of `unanswered.jsonl`; empty without that file. */
  readonly unanswered: readonly UnansweredQuestion[];
}

/**
 * Reads a corpus folder: the files that `corpus.json` names, in its order, or every .md and .txt file below the
 * folder by path (hidden ones left out, and README.md when there is a corpus.json). Texts are unchanged, line endings
 * and a byte order mark included, so that offsets into them are offsets into the decoded file.
 * `questions.jsonl`, when there is one, holds its anticipated questions, and `unanswered.jsonl` what it does not answer.
 * @throws AppError `corpus_empty` for a missing folder or one without text, `corpus_unreadable` for a file that cannot
 * be read, is binary or is not UTF-8, `config_invalid` for a corpus.json that does not fit its schema.
 */
export async function readCorpusFolder(dir: string): Promise<CorpusFolder> {
  const paths = await listFiles(dir);
  const given = paths.includes(META_FILE)
    ? parseMeta(await readText(dir, META_FILE), basename(resolve(dir)) || "corpus")
    : null;
  const files =
    given?.files ??
    paths
      .filter((path) => TEXT_FILE.test(path) && !(given && README.test(path)))
      .map((path) => ({ path, format: "markdown" as const }));
  const documents: SourceDocument[] = [];
  for (const { path, format } of files) {
    documents.push({ id: path, title: titleOf(path), format, text: await readText(dir, inside(dir, path)) });
  }
  if (!documents.some(({ text }) => text.trim() !== "")) {
    throw new AppError(
      "corpus_empty",
      `No text found in ${dir}: put .md or .txt files there, or name another folder.`,
    );
  }
  const lines = async <T>(file: string, schema: z.ZodType<T>, what: string): Promise<T[]> =>
    paths.includes(file) ? parseJsonLines(await readText(dir, file), schema, join(dir, file), what) : [];
  const questions = await lines(QUESTIONS_FILE, anticipatedQuestionSchema, "anticipated question");
  const unanswered = await lines(UNANSWERED_FILE, unansweredQuestionSchema, "unanswered question");
  return { documents, meta: given ?? defaultMeta(dir, documents), questions, unanswered };
}

async function listFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new AppError(
      "corpus_empty",
      `The corpus folder ${dir} cannot be read: create it or name another folder.`,
      {
        cause,
      },
    );
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

async function readText(dir: string, path: string): Promise<string> {
  const bytes = await readFile(join(dir, path)).catch((cause: unknown) => {
    throw new AppError("corpus_unreadable", `${path} cannot be read: check that it exists in ${dir}.`, {
      cause,
    });
  });
  if (bytes.includes(0)) {
    throw new AppError(
      "corpus_unreadable",
      `${path} is a binary file: save it as UTF-8 text or take it out of ${dir}.`,
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("corpus_unreadable", `${path} is not UTF-8: convert it to UTF-8.`, { cause });
  }
}

function parseMeta(text: string, fallbackId: string): CorpusMeta {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (cause) {
    throw new AppError("config_invalid", `${META_FILE} is not valid JSON: correct it or take it away.`, {
      cause,
    });
  }
  const parsed = corpusMetaSchema
    .extend({ id: corpusMetaSchema.shape.id.default(fallbackId) })
    .safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError(
    "config_invalid",
    `${META_FILE}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is not valid"}.`,
    {
      cause: parsed.error,
    },
  );
}

/** A path of corpus.json must stay inside the folder. */
function inside(dir: string, path: string): string {
  const root = resolve(dir);
  if (resolve(root, path).startsWith(root + sep)) return path;
  throw new AppError(
    "config_invalid",
    `${META_FILE} names ${path}, which is outside ${dir}: move the file inside.`,
  );
}

function titleOf(path: string): string {
  const words = basename(path, extname(path)).replace(/[-_]+/gu, " ").trim();
  return words === "" ? path : words.charAt(0).toUpperCase() + words.slice(1);
}

function defaultMeta(dir: string, documents: readonly SourceDocument[]): CorpusMeta {
  const only = documents.length === 1 ? documents[0]?.title : undefined;
  const name = basename(resolve(dir)) || "corpus";
  return corpusMetaSchema.parse({ id: name, title: only ?? titleOf(name) });
}
