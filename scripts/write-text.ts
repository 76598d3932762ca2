import { readFile, writeFile } from "node:fs/promises";
import * as prettier from "prettier";
import { AppError } from "../src/domain/errors.ts";

/** Writes a file as `npm run format` would leave it. */
export async function writePretty(path: string, text: string): Promise<void> {
  const options = await prettier.resolveConfig(path);
  await writeFile(path, await prettier.format(text, { ...options, filepath: path }));
}

/** Puts texts between their marks in a document: `<!-- name: written by command -->` and `<!-- end of name -->`. */
export async function writeBetween(
  path: string,
  command: string,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  let all = await readFile(path, "utf8");
  for (const [name, text] of Object.entries(texts)) {
    const opening = `<!-- ${name}: written by ${command} -->`;
    const [start, end] = [all.indexOf(opening), all.indexOf(`<!-- end of ${name} -->`)];
    if (start < 0 || end < start) throw new AppError("internal", `${path} has no place for the ${name}`);
    all = `${all.slice(0, start)}${opening}\n\n${text}\n\n${all.slice(end)}`;
  }
  await writePretty(path, all);
}
