import { readFile, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppError } from "../../src/domain/errors.ts";
import type { Fact } from "./fact-schema.ts";
import { parseFacts } from "./read-facts.ts";

/** A facts file, read. */
export interface FactsFile {
  readonly name: string;
  readonly jsonl: string;
}

/**
 * A .jsonl file, or every one of a folder in the order of their names.
 * @throws AppError `data_missing` when there is none.
 */
export async function readFactsFiles(path: string): Promise<FactsFile[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new AppError("data_missing", `${path} cannot be read: give a .jsonl file or a folder of them`, {
      cause,
    });
  });
  const paths = found.isDirectory()
    ? (await readdir(path))
        .filter((name) => name.endsWith(".jsonl"))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (paths.length === 0) throw new AppError("data_missing", `${path} holds no .jsonl file: add one`);
  return Promise.all(
    paths.map(async (file) => ({ name: basename(file), jsonl: await readFile(file, "utf8") })),
  );
}

/**
 * All facts of a file or folder.
 * @throws AppError `data_missing` or `config_invalid`, naming the file and line.
 */
export async function readFacts(path: string): Promise<Fact[]> {
  return (await readFactsFiles(path)).flatMap(({ jsonl, name }) => parseFacts(jsonl, name));
}
