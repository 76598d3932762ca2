import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AutoTokenizer } from "@xenova/transformers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { prepareUseLite } from "./prepare.ts";
import reference from "./reference-vectors.json" with { type: "json" };
import { locateUseLite, readUseLite } from "./source.ts";
import { USE_LITE_MAX_TOKENS } from "./tokenizer.ts";
import { createUnigramTokenizer } from "./unigram.fixture.ts";

const encodingSchema = z.object({ input_ids: z.object({ data: z.instanceof(BigInt64Array) }) });

let modelsDir: string;
let tokenize: (text: string) => number[];
let original: (text: string) => number[];

beforeAll(async () => {
  modelsDir = await mkdtemp(join(tmpdir(), "tokenizer-"));
  await prepareUseLite({ modelsDir });
  const local = { cache_dir: modelsDir, local_files_only: true };
  const tokenizer = await AutoTokenizer.from_pretrained("use-lite", local);
  tokenize = (text) => {
    const encoding: unknown = tokenizer(text, { truncation: true });
    return [...encodingSchema.parse(encoding).input_ids.data].map(Number);
  };
  original = createUnigramTokenizer((await readUseLite(locateUseLite())).vocabulary);
}, 30_000);
afterAll(() => rm(modelsDir, { recursive: true, force: true }));

const fold = (text: string): string => text.replace(/\s+/gu, " ").trim();

describe("the tokenizer as Transformers.js runs it", () => {
  it("gives the ids stored with the reference vectors, cut at 128", () => {
    for (const { text, ids } of reference.texts) {
      expect(tokenize(fold(text)), text).toEqual(ids.slice(0, USE_LITE_MAX_TOKENS));
    }
    expect(Math.max(...reference.texts.map(({ ids }) => ids.length))).toBeGreaterThan(USE_LITE_MAX_TOKENS);
  });

  it("agrees with an independent Viterbi search on any text", () => {
    const characters = fc.constantFrom(...('aehinrst THE.,:;()éü墨𝒮🇲”5<s>%$-_/&@0129"'.match(/./gu) ?? []));
    const text = fc.oneof(
      fc.string({ unit: characters, minLength: 1, maxLength: 60 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
    );
    fc.assert(
      // The Metaspace pre-tokenizer adds no "▁" where normalized text starts with one.
      fc.property(
        text.map(fold).filter((t) => /^[^▁ ]/u.test(t.normalize("NFKC"))),
        (t) => {
          // Paths of equal score may order the same pieces otherwise ("/" and "//").
          expect(tokenize(t).sort()).toEqual(original(t).sort());
        },
      ),
      { numRuns: 500, seed: 20210101 },
    );
  });

  it("reads the names of reserved symbols as text", async () => {
    const vocabulary = await readFile(join(modelsDir, "use-lite", "tokenizer.json"), "utf8");
    expect(vocabulary).toContain("extra_token_id_1");
    for (const name of ["<s>", "</s>", "extra_token_id_1"]) {
      expect(tokenize(name).every((id) => id >= 6)).toBe(true);
    }
  });
});
