import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import {
  entryReadsTheEnvironment,
  exportsAreNamed,
  filesAreShort,
  layersHold,
  namesAreKebabCase,
  nodeStaysOutside,
  reachedFrom,
  readFacts,
  workersStayOutside,
  type Rule,
} from "./architecture.fixture.ts";

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => ({
    path: path.replaceAll(sep, "/"),
    text: readFileSync(join(import.meta.dirname, path), "utf8"),
  }))
  .map((file) => ({ file, facts: readFacts(file) }));

/** What a rule says about a made-up file. */
function judge(rule: Rule, path: string, text = ""): readonly string[] {
  return rule({ path, text }, readFacts({ path, text }));
}

it("reads the sources and their imports", () => {
  expect(sources.length).toBeGreaterThan(50);
  const ask = sources.find(({ file }) => file.path === "ask.ts");
  expect(ask?.facts.imports).toContain("./compose/index.ts");
});

describe("every way to import is seen", () => {
  it.each([
    ['import { a } from "x";', ["x"]],
    ['import type { A } from "x";', ["x"]],
    ['import { type A } from "x";', ["x"]],
    ['import "x";', ["x"]],
    ['export * from "x";', ["x"]],
    ['export { a } from "x";', ["x"]],
    ['const a = await import("x");', ["x"]],
    ["const a = await import(name);", [null]],
    ['type A = typeof import("x");', ["x"]],
    ['import a = require("x");', ["x"]],
    ['const a = require("x");', ["x"]],
    ['const a = "import x from y"; // import "z"', []],
  ])("%s", (text, imports) => {
    expect(readFacts({ path: "a.ts", text }).imports).toEqual(imports);
  });

  it("a file that does not parse is an error, not a file without imports", () => {
    expect(() => readFacts({ path: "a.ts", text: "import {" })).toThrow("a.ts does not parse");
  });
});

describe("layers", () => {
  it.each([
    ["domain/a.ts", "../ports/encoder.ts"],
    ["domain/a.ts", "@langchain/core/embeddings"],
    ["ports/a.ts", "../ingest/index.ts"],
    ["ports/a.ts", "zod"],
    ["ingest/a.ts", "../indexing/index.ts"],
    ["ingest/a.ts", "hono"],
    ["indexing/a.ts", "../ingest/canonical.ts"],
    ["indexing/a.ts", "minisearch"],
    ["retrieve/a.ts", "../compose/index.ts"],
    ["retrieve/a.ts", "minisearch"],
    ["compose/a.ts", "../retrieve/fuse.ts"],
    ["compose/a.ts", "../converse/index.ts"],
    ["converse/a.ts", "../adapters/core/english-analyzer.ts"],
    ["ask.ts", "./compose/select.ts"],
    ["ask.ts", "zod"],
    ["serve/routes/a.ts", "../../compose/index.ts"],
    ["serve/a.ts", "@hono/node-server"],
    ["slack/a.ts", "../serve/create-app.ts"],
    ["adapters/core/a.ts", "../node/index-folder.ts"],
    ["adapters/core/a.ts", "../../indexing/manifest.ts"],
    ["adapters/worker/a.ts", "../node/index-folder.ts"],
    ["adapters/node/a.ts", "../../entry/settings.ts"],
    ["ask.ts", "./entry/settings.ts"],
    ["serve/a.ts", "../entry/settings.ts"],
    ["entry/a.ts", "../../scripts/fit.ts"],
    ["entry/worker.ts", "../adapters/node/sqlite.ts"],
    ["entry/worker/a.ts", "../../adapters/node/sqlite.ts"],
    ["entry/a.ts", "../domain/corpus.fixture.ts"],
    ["elsewhere/a.ts", "zod"],
  ])("%s must not import %s", (path, specifier) => {
    expect(judge(layersHold, path, `import type { A } from "${specifier}";`)).toHaveLength(1);
  });

  it("a layer must not import a computed name", () => {
    expect(judge(layersHold, "serve/a.ts", "await import(name);")).toEqual([
      "serve/a.ts imports a computed name",
    ]);
  });

  it.each([
    ["ingest/a.ts", "mdast-util-from-markdown"],
    ["compose/a.ts", "../retrieve/index.ts"],
    ["compose/a.ts", "@orama/stopwords/english"],
    ["serve/a.ts", "hono/streaming"],
    ["adapters/node/a.ts", "../../indexing/index.ts"],
    ["entry/a.ts", "../adapters/node/index-folder.ts"],
    ["domain/a.test.ts", "../adapters/core/english-analyzer.ts"],
    ["ports/a.contract.ts", "vitest"],
  ])("%s may import %s", (path, specifier) => {
    expect(judge(layersHold, path, `import type { A } from "${specifier}";`)).toEqual([]);
  });
});

describe("the Worker", () => {
  const importsOf = (path: string): readonly (string | null)[] =>
    sources.find(({ file }) => file.path === path)?.facts.imports ?? [];

  it("brings nothing of Node with it", () => {
    const reached = [...reachedFrom("entry/worker.ts", importsOf)];
    expect(reached).toContain("retrieve/retriever.ts");
    expect(reached.filter((name) => isBuiltin(name) || name.startsWith("adapters/node/"))).toEqual([]);
  });

  it("would be seen to, by way of other files", () => {
    const files = { "a.ts": ["./b.ts"], "b.ts": ["node:fs", "./a.ts", null] };
    const reached = reachedFrom("a.ts", (path) => (path === "a.ts" ? files["a.ts"] : files["b.ts"]));
    expect([...reached]).toEqual(["a.ts", "b.ts", "node:fs"]);
  });
});

describe("rules for every file", () => {
  it.each([
    ["layers import what they may", layersHold],
    ["Node's modules stay in adapters/node, entry and tests", nodeStaysOutside],
    ["Cloudflare's modules stay in adapters/worker, the Worker's entry and tests", workersStayOutside],
    ["only entry reads the environment", entryReadsTheEnvironment],
    ["exports are named", exportsAreNamed],
    ["file names are in kebab-case", namesAreKebabCase],
    ["files are short", filesAreShort],
  ])("%s", (_, rule) => {
    expect(sources.flatMap(({ file, facts }) => rule(file, facts))).toEqual([]);
  });

  it.each([
    ["domain/a.ts", 'import { join } from "node:path";', nodeStaysOutside],
    ["adapters/core/a.ts", 'import fs from "fs";', nodeStaysOutside],
    ["entry/worker.ts", 'import fs from "fs";', nodeStaysOutside],
    ["adapters/core/a.ts", 'import { env } from "cloudflare:workers";', workersStayOutside],
    ["entry/a.ts", 'import type { D1Database } from "@cloudflare/workers-types";', workersStayOutside],
    ["ask.ts", 'const { join } = await import("node:path");', nodeStaysOutside],
    ["adapters/node/a.ts", "f(process.env);", entryReadsTheEnvironment],
    ["adapters/node/a.ts", 'f(process["env"].HOME);', entryReadsTheEnvironment],
    ["serve/a.ts", "f(globalThis.process?.env);", entryReadsTheEnvironment],
    ["serve/a.ts", "const { env } = process;", entryReadsTheEnvironment],
    ["adapters/node/a.ts", 'import { env } from "node:process";', entryReadsTheEnvironment],
    ["domain/a.ts", "export default 1;", exportsAreNamed],
    ["domain/a.ts", "const a = 1; export { a as default };", exportsAreNamed],
    ["domain/a.ts", 'export { default } from "./b.ts";', exportsAreNamed],
    ["domain/aB.ts", "", namesAreKebabCase],
    ["domain/a_b.ts", "", namesAreKebabCase],
    ["Domain/a.ts", "", namesAreKebabCase],
    ["domain/a.ts", "\n".repeat(401), filesAreShort],
  ])("%s with %j breaks its rule", (path, text, rule) => {
    expect(judge(rule, path, text)).toHaveLength(1);
  });

  it.each([
    ["entry/a.ts", "f(process.env);", entryReadsTheEnvironment],
    ["adapters/node/a.ts", "f(process.stderr); // not process.env", entryReadsTheEnvironment],
    ["adapters/node/a.ts", 'import { join } from "node:path";', nodeStaysOutside],
    ["domain/a.test.ts", 'import { join } from "node:path";', nodeStaysOutside],
    ["domain/a-b2.fixture.ts", "", namesAreKebabCase],
    ["domain/a.worker.test.ts", 'import { env } from "cloudflare:test";', workersStayOutside],
    ["entry/worker.ts", 'import { env } from "cloudflare:workers";', workersStayOutside],
    ["domain/a.ts", "\n".repeat(400), filesAreShort],
  ])("%s with %j keeps it", (path, text, rule) => {
    expect(judge(rule, path, text)).toEqual([]);
  });
});
