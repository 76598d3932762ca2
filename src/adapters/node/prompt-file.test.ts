import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPrompt } from "./prompt-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "prompt-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("readPrompt", () => {
  it("refuses a prompt under another name than its id", async () => {
    const text = "---\nid: other\nversion: 1\nvariables: a\n---\nDo.\n<!-- material -->\n{{a}}\n";
    await writeFile(join(folder, "hi.md"), text);
    await expect(readPrompt("hi", folder)).rejects.toMatchObject({ code: "config_invalid" });
  });

  it("refuses a prompt that is not there", async () => {
    await expect(readPrompt("none", folder)).rejects.toMatchObject({ code: "config_invalid" });
  });

  it("reads every prompt of the project", async () => {
    const files = (await readdir("prompts")).filter((file) => file !== "README.md");
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      expect((await readPrompt(file.replace(/\.md$/u, ""))).version).toBeGreaterThan(0);
    }
  });
});
