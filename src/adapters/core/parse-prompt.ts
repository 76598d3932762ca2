import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { Prompt } from "../../ports/prompt.ts";

const headSchema = z.strictObject({
  id: z.string().min(1),
  version: z.string().regex(/^\d+$/u).transform(Number),
  variables: z.string().transform((list) => list.split(",").map((name) => name.trim())),
});

const PARTS = /^---\n(?<head>.*?)\n---\n(?<rules>.*)\n<!-- material -->\n(?<material>.*)$/su;
const VARIABLE = /\{\{(\w+)\}\}/gu;

/**
 * Reads a prompt's file: a head with `id`, `version` and `variables`, the rules, a line `<!-- material -->`, the material.
 * @param path names the file in errors
 * @throws AppError `config_invalid` for a file without these parts, one whose material has other variables than its head
 * declares, and one with a variable among its rules: what comes from outside must not stand there.
 */
export function parsePrompt(text: string, path: string): Prompt {
  const refuse = (why: string): AppError => new AppError("config_invalid", `${path} ${why}`);
  const { head, rules = "", material = "" } = PARTS.exec(text)?.groups ?? {};
  if (head === undefined) {
    throw refuse(
      "must have a head between lines of ---, then rules, a line <!-- material -->, and the material",
    );
  }
  const fields = head.split("\n").map((line): [string, string] => {
    const [name = "", ...value] = line.split(":");
    return [name.trim(), value.join(":").trim()];
  });
  const parsed = headSchema.safeParse(Object.fromEntries(fields));
  if (!parsed.success) throw refuse("must give id, version and variables in its head, and nothing else");
  const { id, version, variables } = parsed.data;
  if (rules.match(VARIABLE)) throw refuse("has a variable among its rules: move it below <!-- material -->");
  const used = new Set([...material.matchAll(VARIABLE)].map((match) => match[1] ?? ""));
  const wrong = [
    ...variables.filter((name) => !used.has(name)),
    ...[...used].filter((name) => !variables.includes(name)),
  ];
  if (wrong.length > 0)
    throw refuse(`must declare the variables that it uses and no others: ${wrong.join(", ")}`);
  return {
    id,
    version,
    rules: rules.trim(),
    material: (values) =>
      material.trim().replace(VARIABLE, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new RangeError(`${path} asks for {{${name}}}, which is not given`);
        return value;
      }),
  };
}
