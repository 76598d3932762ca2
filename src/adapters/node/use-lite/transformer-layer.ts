import type { OnnxEmitter } from "./onnx-emitter.ts";
import type { UseLiteWeights } from "./weights.ts";

const HEADS = 4;
const LAYER_NORM_EPSILON = 1e-6;

/** A value of shape [batch, tokens, width] in the graph. */
export interface Hidden {
  readonly value: string;
  readonly width: number;
}

/**
 * One pre-norm transformer layer: attention and feed-forward, each on a layer norm of its input
 * and added to it. `padBias` ([batch, 1, 1, tokens]) is 0 for tokens and -1e9 for pads.
 * A layer that widens its input sends the residual through a dense layer.
 */
export function transformerLayer(
  graph: OnnxEmitter,
  weights: UseLiteWeights,
  layer: number,
  input: Hidden,
  padBias: string,
): Hidden {
  const scope = `Layer_${layer}/TransformerLayer`;
  const normed = layerNorm(graph, weights, `${scope}/layer_prepostprocess`, input.value);
  const attended = attention(
    graph,
    weights,
    `${scope}/MultiheadAttention`,
    { ...input, value: normed },
    padBias,
  );
  const residual =
    attended.width === input.width ? input.value : dense(graph, weights, `${scope}/dense`, input.value).value;
  const sum = graph.node("Add", [attended.value, residual]);

  const inner = layerNorm(graph, weights, `${scope}/FFN/layer_prepostprocess`, sum);
  const wide = graph.node("Relu", [dense(graph, weights, `${scope}/FFN/conv1`, inner).value]);
  const narrow = dense(graph, weights, `${scope}/FFN/conv2`, wide);
  return { value: graph.node("Add", [narrow.value, sum]), width: narrow.width };
}

function attention(
  graph: OnnxEmitter,
  weights: UseLiteWeights,
  scope: string,
  input: Hidden,
  padBias: string,
): Hidden {
  const headWidth = input.width / HEADS;
  const qkv = dense(graph, weights, `${scope}/qkv_transform_single`, input.value);
  const [query, key = "", value = ""] = graph.split("Split", [qkv.value], 3, { axis: 2 });
  const heads = (projected: string, perm: readonly number[]): string => {
    const split = graph.node("Reshape", [projected, graph.ints(0, 0, HEADS, headWidth)]);
    return graph.node("Transpose", [split], { perm });
  };
  const scaled = graph.node("Mul", [heads(query, [0, 2, 1, 3]), graph.float(1 / Math.sqrt(headWidth))]);
  const scores = graph.node("MatMul", [scaled, heads(key, [0, 2, 3, 1])]);
  const weighted = graph.node("Softmax", [graph.node("Add", [scores, padBias])], { axis: -1 });
  const mixed = graph.node("MatMul", [weighted, heads(value, [0, 2, 1, 3])]);
  const joined = graph.node("Transpose", [mixed], { perm: [0, 2, 1, 3] });
  const merged = graph.node("Reshape", [joined, graph.ints(0, 0, input.width)]);
  return dense(graph, weights, `${scope}/output_transform_single`, merged);
}

function layerNorm(graph: OnnxEmitter, weights: UseLiteWeights, scope: string, input: string): string {
  const constants = weights.layerNorm(scope);
  const scale = graph.floats(`${scope}/scale`, constants.scale.shape, constants.scale.data);
  const bias = graph.floats(`${scope}/bias`, constants.bias.shape, constants.bias.data);
  return graph.node("LayerNormalization", [input, scale, bias], {
    axis: -1,
    epsilon: { float: LAYER_NORM_EPSILON },
  });
}

/** input x kernel + bias over the last dimension. */
export function dense(graph: OnnxEmitter, weights: UseLiteWeights, scope: string, input: string): Hidden {
  const { kernel, bias } = weights.dense(scope);
  const product = graph.node("MatMul", [input, graph.floats(`${scope}/kernel`, kernel.shape, kernel.data)]);
  const value = graph.node("Add", [product, graph.floats(`${scope}/bias`, bias.shape, bias.data)]);
  return { value, width: bias.data.length };
}
