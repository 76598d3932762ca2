import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parsePrompt } from "../core/parse-prompt.ts";
import { AppError } from "../../domain/errors.ts";
import type { Prompt } from "../../ports/prompt.ts";

/** Reads a prompt from `folder/id.md`. @throws AppError `config_invalid` when it is missing or not as prompts/README.md says. */
export async function readPrompt(id: string, folder = "prompts"): Promise<Prompt> {
  const path = join(folder, `${id}.md`);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new AppError("config_invalid", `${path} cannot be read`, { cause });
  });
  const prompt = parsePrompt(text, path);
  if (prompt.id !== id) throw new AppError("config_invalid", `${path} must have the id ${id}`);
  return prompt;
}
