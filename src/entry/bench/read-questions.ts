import { readFile } from "node:fs/promises";
import { askRequestSchema } from "../../domain/contract.ts";

/** The questions of a file of eval facts. */
export async function readQuestions(path: string): Promise<string[]> {
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  return lines.map((line) => askRequestSchema.pick({ question: true }).parse(JSON.parse(line)).question);
}
