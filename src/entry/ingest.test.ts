import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runIngest } from "./ingest.ts";

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "ingest-"));
  await writeFile(join(dir, "roads.md"), "# Roads\n\n## Old roads\n\nRoads are old.\n");
});
afterAll(() => rm(dir, { recursive: true }));

async function run(argv: string[], { isTTY = false, env = {} } = {}) {
  let out = "";
  let err = "";
  const code = await runIngest(argv, {
    out: { isTTY, write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    env,
  });
  return { code, out, err };
}

describe("npm run ingest", () => {
  it("prints what was found, plain when not on a terminal", async () => {
    const { code, out, err } = await run(["--report", "--corpus", dir]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("1 passages, 3 words");
    expect(out).toContain("Old roads");
    expect(out).not.toContain("\u001b");
  });

  it("uses colours on a terminal unless NO_COLOR is set", async () => {
    expect((await run(["--corpus", dir], { isTTY: true })).out).toContain("\u001b");
    expect((await run(["--corpus", dir], { isTTY: true, env: { NO_COLOR: "1" } })).out).not.toContain(
      "\u001b",
    );
  });

  it("prints JSON, and takes the folder from CORPUS_DIR", async () => {
    const { out } = await run(["--json"], { env: { CORPUS_DIR: dir } });
    expect(JSON.parse(out)).toMatchObject({ title: "Roads", passages: 1, problems: [] });
  });

  it.each([
    [["--corpus", "/no/such/folder"], "error (corpus_empty): "],
    [["--nonsense"], "error (invalid_request): "],
  ])("explains %j in one line and fails", async (argv, message) => {
    const { code, out, err } = await run(argv);
    expect([code, out]).toEqual([1, ""]);
    expect(err.startsWith(message)).toBe(true);
    expect(err.trim()).not.toContain("\n");
  });
});
