import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fitResultSchema, fitTable } from "../../scripts/fit/fit-table.ts";
import { SETTINGS } from "./settings-table.ts";

describe("README.md", () => {
  it("lists every setting with its default and meaning, and no other", async () => {
    const readme = await readFile("README.md", "utf8");
    const table = readme.slice(readme.indexOf("## Configuration"), readme.indexOf("## Commands"));
    const rows = [...table.matchAll(/^\| `([A-Z_]+)`\s*\| (.*?)\s*\| (.*?)\s*\| (.*?)\s*\|$/gmu)];
    const listed = rows.map(([, name, value, allowed, meaning]) => ({ name, value, allowed, meaning }));
    const expected = Object.entries(SETTINGS).map(([name, s]) => ({
      name,
      value: s.default === "" ? "" : `\`${s.default}\``,
      allowed: s.allowed,
      meaning: s.meaning,
    }));
    expect(listed).toEqual(expected);
  });

  it("shows the figures of the last fit", async () => {
    const readme = await readFile("README.md", "utf8");
    const result = fitResultSchema.parse(JSON.parse(await readFile("scripts/fit/result.json", "utf8")));
    const cells = readme.split("\n").map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
    for (const row of fitTable(result)) expect(cells).toContainEqual(row);
  });

  it("names only npm scripts that exist", async () => {
    const readme = await readFile("README.md", "utf8");
    const schema = z.object({ scripts: z.record(z.string(), z.string()) });
    const { scripts } = schema.parse(JSON.parse(await readFile("package.json", "utf8")));
    const named = [...readme.matchAll(/npm run ([\w:-]+)/gu)].map((m) => m[1]);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});
