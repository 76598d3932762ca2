import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Progress } from "../../../ports/progress.ts";
import { prepareUseLite } from "./prepare.ts";
import { safetensors } from "./safetensors.fixture.ts";
import { locateUseLite } from "./source.ts";

const FILES = ["config.json", "onnx/model.onnx", "tokenizer.json", "tokenizer_config.json"];

let root: string;
let modelsDir: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "use-lite-"));
  modelsDir = join(root, "new", "models");
  await prepareUseLite({ modelsDir });
}, 30_000);
afterAll(() => rm(root, { recursive: true, force: true }));

const readAll = (): Promise<Buffer[]> =>
  Promise.all(FILES.map((file) => readFile(join(modelsDir, "use-lite", file))));

describe("prepareUseLite", () => {
  it("leaves an intact model alone and nothing temporary behind", async () => {
    expect(await prepareUseLite({ modelsDir })).toEqual({
      path: join(modelsDir, "use-lite"),
      name: "use-lite",
      id: "use-lite@1",
      made: false,
    });
    expect(await readdir(modelsDir)).toEqual(["use-lite"]);
  });

  it("makes a folder that other users can read", async () => {
    const made = (await stat(join(modelsDir, "use-lite"))).mode & 0o777;
    const ordinary = join(modelsDir, "..", `ordinary-${String(process.pid)}`);
    await mkdir(ordinary);
    expect(made).toBe((await stat(ordinary)).mode & 0o777);
    await rm(ordinary, { recursive: true });
  });

  const damage: Record<string, (folder: string) => Promise<void>> = {
    "a missing file": (folder) => rm(join(folder, "tokenizer.json")),
    "an edited file": (folder) => writeFile(join(folder, "tokenizer_config.json"), '{"model_max_length": 4}'),
    "a truncated model": (folder) => truncate(join(folder, "onnx", "model.onnx"), 1_000_000),
    "a missing stamp": (folder) => rm(join(folder, "stamp.json")),
    "a stamp that is no JSON": (folder) => writeFile(join(folder, "stamp.json"), "{"),
  };
  it.each(Object.entries(damage))("makes it again, byte for byte, after %s", async (_, harm) => {
    const before = await readAll();
    await harm(join(modelsDir, "use-lite"));
    expect(await prepareUseLite({ modelsDir })).toMatchObject({ made: true });
    expect((await readAll()).map((file, i) => file.equals(before[i] ?? Buffer.of()))).toEqual(
      FILES.map(() => true),
    );
    expect(await prepareUseLite({ modelsDir })).toMatchObject({ made: false });
  });

  it("makes it again for another release of the package", async () => {
    const source = { ...locateUseLite(), version: "9.9.9" };
    const elsewhere = join(root, "release");
    await cp(modelsDir, elsewhere, { recursive: true });
    expect(await prepareUseLite({ modelsDir: elsewhere, source })).toMatchObject({ made: true });
  });

  it("keeps an encoder with a tuning beside the one without, under a name of its own", async () => {
    const tuning = safetensors({
      "module/Encoder_en/hidden_layers/tanh_layer_0/bias": new Float32Array(512).fill(1),
    });
    const both = join(root, "both");
    await cp(modelsDir, both, { recursive: true });
    const made = await prepareUseLite({ modelsDir: both, tuning });
    expect(made.id).toMatch(/^use-lite@1\+[0-9a-f]{8}$/u);
    expect(made).toMatchObject({ made: true, name: made.id.replace("@1", "") });
    expect((await readdir(both)).sort()).toEqual(["use-lite", made.name]);
    expect(await prepareUseLite({ modelsDir: both, tuning })).toMatchObject({ made: false });
    const model = (name: string): Promise<Buffer> => readFile(join(both, name, "onnx", "model.onnx"));
    expect((await model(made.name)).equals(await model("use-lite"))).toBe(false);
  });

  it("refuses a tuning that does not fit, and leaves no model", async () => {
    const folder = join(root, "misfit");
    const tuning = safetensors({ unknown: Float32Array.of(1) });
    await expect(prepareUseLite({ modelsDir: folder, tuning })).rejects.toMatchObject({
      code: "corpus_unreadable",
    });
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  });

  it("serves two callers at once", async () => {
    const shared = join(root, "shared");
    await Promise.all([prepareUseLite({ modelsDir: shared }), prepareUseLite({ modelsDir: shared })]);
    expect(await prepareUseLite({ modelsDir: shared })).toMatchObject({ made: false });
    expect(await readdir(shared)).toEqual(["use-lite"]);
  });

  it("reports progress to its end", async () => {
    const seen: string[] = [];
    const progress: Progress = {
      start: (label, total) => seen.push(`${label} ${total}`),
      advance: () => seen.push("advance"),
      stop: () => seen.push("stop"),
    };
    await prepareUseLite({ modelsDir: join(root, "progress"), progress });
    expect(seen).toEqual(["Preparing the bundled encoder 2", "advance", "advance", "stop"]);
  });

  it("says so when the folder cannot be written", async () => {
    await writeFile(join(root, "file"), "");
    await expect(prepareUseLite({ modelsDir: join(root, "file", "models") })).rejects.toMatchObject({
      code: "target_unwritable",
      message: expect.stringContaining("models folder"),
    });
  });

  it("refuses a package whose weights are cut short, and leaves no model", async () => {
    const { directory, version } = locateUseLite();
    const broken = join(root, "broken");
    await cp(directory, broken, { recursive: true });
    await truncate(join(broken, "group1-shard7of7"), 1_000);
    const empty = join(root, "empty");
    await mkdir(empty);
    await expect(
      prepareUseLite({ modelsDir: empty, source: { directory: broken, version } }),
    ).rejects.toMatchObject({ code: "encoder_unavailable", message: expect.stringContaining("npm ci") });
    expect(await readdir(empty)).toEqual([]);
  });
});
