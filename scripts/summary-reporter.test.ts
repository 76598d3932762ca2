import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summaryLine } from "./summary-reporter.ts";

describe("the summary line", () => {
  it("counts passed and failed tests", () => {
    expect(summaryLine({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  });

  it("names skipped tests only when there are some", () => {
    expect(summaryLine({ passed: 1, failed: 2, skipped: 3 })).toBe("1 passed, 2 failed, 3 skipped");
  });
});

describe("a vitest run with the reporter", () => {
  const root = join(import.meta.dirname, "..");
  let folder = "";

  beforeAll(async () => {
    // Inside the project, so that vitest and the reporter resolve; the folder is ignored by Git.
    folder = await mkdtemp(join(root, "node_modules", ".summary-reporter-"));
    const reporter = join(import.meta.dirname, "summary-reporter.ts");
    await writeFile(
      join(folder, "vitest.config.ts"),
      `import { createSummaryReporter } from ${JSON.stringify(reporter)};
       export default { test: { include: ["*.case.ts"], exclude: [], reporters: ["default", createSummaryReporter()] } };`,
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Output lines and exit code of vitest over one file with this body. */
  async function run(name: string, body: string): Promise<{ lines: string[]; code: number | null }> {
    const file = `${name}.case.ts`;
    await writeFile(join(folder, file), `import { beforeAll, describe, expect, it } from "vitest";\n${body}`);
    const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
    const args = [vitest, "run", "--root", folder, file];
    const { stdout, status } = spawnSync(process.execPath, args, {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], NO_COLOR: "1" },
    });
    return { lines: stdout.trimEnd().split("\n"), code: status };
  }

  it.each([
    [
      "counts by final state, a test of a skipped suite and a todo as skipped",
      `it("a", () => {}); it("b", () => { expect(1).toBe(2); }); it.skip("c", () => {}); it.todo("d");
       describe.skip("s", () => { it("e", () => {}); });`,
      "1 passed, 1 failed, 3 skipped",
      1,
    ],
    ["ends a good run with no failures", `it("a", () => {}); it("b", () => {});`, "2 passed, 0 failed", 0],
    [
      "counts a file that does not load as failed",
      `throw new Error("cannot load"); it("a", () => {});`,
      "0 passed, 1 failed",
      1,
    ],
    [
      "counts a suite whose hook throws as failed",
      `it("a", () => {}); describe("s", () => { beforeAll(() => { throw new Error("no"); }); it("b", () => {}); });`,
      "1 passed, 1 failed, 1 skipped",
      1,
    ],
    [
      "counts an error outside any test as failed",
      `it("a", () => { void Promise.reject(new Error("unhandled")); });`,
      "1 passed, 1 failed",
      1,
    ],
  ])("%s", async (name, body, expected, code) => {
    const result = await run(name.replaceAll(/\W+/gu, "-"), body);
    expect(result.lines.at(-1)).toBe(expected);
    expect(result.lines.filter((line) => /^\d+ passed, \d+ failed/u.test(line))).toHaveLength(1);
    expect(result.code).toBe(code);
  });
});
