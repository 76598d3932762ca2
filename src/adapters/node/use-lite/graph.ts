import { OnnxEmitter } from "./onnx-emitter.ts";
import type { WeightTensor } from "./source.ts";
import { dense, transformerLayer } from "./transformer-layer.ts";
import type { Hidden } from "./transformer-layer.ts";
import { nameWeights, OUTPUT_LAYER } from "./weights.ts";
import type { UseLiteWeights } from "./weights.ts";

/** Length of a sentence vector. */
export const USE_LITE_DIMENSIONS = 512;

/**
 * The Universal Sentence Encoder lite (Cer et al. 2018, arXiv 1803.11175) as an ONNX model.
 * Inputs: input_ids and attention_mask, int64 [batch, tokens]. Output: last_hidden_state,
 * float [batch, 1, 512], one L2-normalized sentence vector a text; pool it with "cls".
 * @throws RangeError when the tensors are not those of the known release.
 */
export function buildUseLiteModel(tensors: ReadonlyMap<string, WeightTensor>): Uint8Array {
  const weights = nameWeights(tensors);
  const graph = new OnnxEmitter();
  const mask = graph.node("Cast", ["attention_mask"], { to: 1 });
  const tokenMask = graph.node("Unsqueeze", [mask, graph.ints(2)]);
  const pads = graph.node("Sub", [graph.float(1), mask]);
  const padBias = graph.node("Unsqueeze", [graph.node("Mul", [pads, graph.float(-1e9)]), graph.ints(1, 2)]);

  let hidden = embed(graph, weights, tokenMask);
  for (const layer of [0, 1]) hidden = transformerLayer(graph, weights, layer, hidden, padBias);
  const vector = sentenceVector(graph, weights, hidden, tokenMask, mask);
  graph.publish(graph.node("Unsqueeze", [vector, graph.ints(1)]), "last_hidden_state");

  return graph.encode(
    "universal-sentence-encoder-lite",
    ["input_ids", "attention_mask"].map((name) => ({ name, type: "int64", shape: ["batch", "tokens"] })),
    [{ name: "last_hidden_state", type: "float32", shape: ["batch", 1, USE_LITE_DIMENSIONS] }],
  );
}

/** 2e + timing, zero at pads. The original adds e to e + timing, so the 2 is part of what was trained. */
function embed(graph: OnnxEmitter, weights: UseLiteWeights, tokenMask: string): Hidden {
  const { embeddings, frequencies } = weights;
  const table = graph.floats("embeddings", embeddings.shape, embeddings.data);
  const pieces = graph.node("Gather", [table, "input_ids"]);
  const tokens = graph.node("Gather", [graph.node("Shape", ["input_ids"]), graph.int(1)]);
  const range = graph.node("Range", [graph.int(0), tokens, graph.int(1)]);
  const positions = graph.node("Unsqueeze", [graph.node("Cast", [range], { to: 1 }), graph.ints(1)]);
  const angles = graph.node("Mul", [
    positions,
    graph.floats("frequencies", frequencies.shape, frequencies.data),
  ]);
  const timing = graph.node("Concat", [graph.node("Sin", [angles]), graph.node("Cos", [angles])], {
    axis: 1,
  });
  const sum = graph.node("Add", [graph.node("Mul", [pieces, graph.float(2)]), timing]);
  return { value: graph.node("Mul", [sum, tokenMask]), width: embeddings.shape[1] ?? 0 };
}

/** Mean over the real tokens, a tanh layer, L2 norm: [batch, 512]. */
function sentenceVector(
  graph: OnnxEmitter,
  weights: UseLiteWeights,
  hidden: Hidden,
  tokenMask: string,
  mask: string,
): string {
  const real = graph.node("Mul", [hidden.value, tokenMask]);
  const sum = graph.node("ReduceSum", [real, graph.ints(1)], { keepdims: 0 });
  const count = graph.node("ReduceSum", [mask, graph.ints(1)], { keepdims: 1 });
  const mean = graph.node("Div", [sum, graph.node("Max", [count, graph.float(1)])]);
  const vector = graph.node("Tanh", [dense(graph, weights, OUTPUT_LAYER, mean).value]);
  const squares = graph.node("ReduceSumSquare", [vector], { axes: [1], keepdims: 1 });
  const norm = graph.node("Sqrt", [graph.node("Max", [squares, graph.float(1e-12)])]);
  return graph.node("Div", [vector, norm]);
}
