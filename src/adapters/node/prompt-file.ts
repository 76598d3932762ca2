import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { Prompt } from "../../ports/prompt.ts";

const headSchema = z.strictObject({
  id: z.string().min(1),
  version: z.string().regex(/^\d+$/u).transform(Number),
});

/** Reads a prompt from `folder/id.md` (see prompts/README.md). @throws AppError `config_invalid` when it is missing or has no proper head. */
export async function readPrompt(id: string, folder = "prompts"): Promise<Prompt> {
  const path = join(folder, `${id}.md`);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new AppError("config_invalid", `${path} cannot be read`, { cause });
  });
  const [, head = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/su.exec(text) ?? [];
  const fields = head.split("\n").map((line): [string, string] => {
    const [name = "", ...value] = line.split(":");
    return [name.trim(), value.join(":").trim()];
  });
  const parsed = headSchema.safeParse(Object.fromEntries(fields));
  if (!parsed.success || parsed.data.id !== id) {
    throw new AppError("config_invalid", `${path} must begin with its id and version between lines of ---`);
  }
  return {
    ...parsed.data,
    fill: (variables) =>
      body.trim().replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
        const value = variables[name];
        if (value === undefined) throw new RangeError(`${path} asks for {{${name}}}, which is not given`);
        return value;
      }),
  };
}
