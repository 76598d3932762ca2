import { mkdtemp, rm, writeFile } from "node:fs/promises";
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
  it("reads head and text, and puts variables in as they are", async () => {
    await writeFile(join(folder, "hi.md"), "---\nid: hi\nversion: 3\n---\n\nHello {{name}}, {{name}}!\n");
    const prompt = await readPrompt("hi", folder);
    expect(prompt.version).toBe(3);
    expect(prompt.fill({ name: "{{other}} $1" })).toBe("Hello {{other}} $1, {{other}} $1!");
    expect(() => prompt.fill({})).toThrow(RangeError);
  });

  it.each(["no head at all", "---\nid: other\nversion: 1\n---\nText", "---\nid: hi\n---\nText"])(
    "refuses %j",
    async (text) => {
      await writeFile(join(folder, "hi.md"), text);
      await expect(readPrompt("hi", folder)).rejects.toMatchObject({ code: "config_invalid" });
    },
  );

  it("refuses a prompt that is not there", async () => {
    await expect(readPrompt("none", folder)).rejects.toMatchObject({ code: "config_invalid" });
  });

  it("reads every prompt of the project", async () => {
    for (const id of ["answer", "expand"]) expect((await readPrompt(id)).version).toBeGreaterThan(0);
  });
});
