import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFolderAssets, createSwaggerAssets } from "./static-assets.ts";

describe("assets of a folder", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "assets-"));
    await writeFile(join(folder, "a.css"), "a{}");
    await writeFile(join(folder, "secret.txt"), "secret");
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("serves the named files with their type", async () => {
    const asset = await createFolderAssets(folder, ["a.css"]).get("a.css");
    expect(asset?.contentType).toBe("text/css; charset=utf-8");
    expect(new TextDecoder().decode(asset?.body)).toBe("a{}");
  });

  it.each(["secret.txt", "../a.css", "./a.css", "", "a.css\0", "__proto__"])("has no %j", async (name) => {
    expect(await createFolderAssets(folder, ["a.css"]).get(name)).toBeNull();
  });
});

it("finds Swagger UI in its package", async () => {
  const assets = createSwaggerAssets();
  expect((await assets.get("swagger-ui-bundle.js"))?.body.length).toBeGreaterThan(100_000);
  expect((await assets.get("swagger-ui.css"))?.contentType).toContain("text/css");
  expect(await assets.get("package.json")).toBeNull();
});
