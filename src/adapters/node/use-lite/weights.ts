import type { WeightTensor } from "./source.ts";

const ENCODE = "Encoder_en/KonaTransformer/Encode";
/** The part of a name after which the original's helper nodes begin. */
const STACK = /\/TransformerStack/u;

/** The encoder's weights by their role, whatever the original export called them. */
export interface UseLiteWeights {
  /** [pieces, 256]. */
  readonly embeddings: WeightTensor;
  /** [1, 128]: angular frequencies of the position signal. */
  readonly frequencies: WeightTensor;
  /** Kernel [in, out] and bias [out] of a scope such as `Layer_0/TransformerLayer/FFN/conv1`. */
  dense(scope: string): { readonly kernel: WeightTensor; readonly bias: WeightTensor };
  layerNorm(scope: string): { readonly scale: WeightTensor; readonly bias: WeightTensor };
}

/** Scope of the dense layer after pooling. */
export const OUTPUT_LAYER = "hidden_layers/tanh_layer_0";

/**
 * Names the tensors of the original graph.
 * @throws RangeError from any of its functions when the original has no such tensor.
 */
export function nameWeights(tensors: ReadonlyMap<string, WeightTensor>): UseLiteWeights {
  /** The one tensor whose name has all these parts, in order; convolutions over one token lose their 1s. */
  const find = (...parts: string[]): WeightTensor => {
    const names = [...tensors.keys()].filter((name) => {
      const plain = name.replace(STACK, "");
      let at = 0;
      return parts.every((part) => (at = plain.indexOf(part, at) + 1) > 0);
    });
    const tensor = tensors.get(names[0] ?? "");
    if (!tensor || names.length > 1) throw new RangeError(`${names.length} tensors for ${parts.join(" ")}`);
    return { ...tensor, shape: tensor.shape.length > 2 ? tensor.shape.slice(-2) : tensor.shape };
  };
  return {
    embeddings: find("module/Embeddings_en"),
    frequencies: find(`${ENCODE}/Layer_0/AddTimingSignal/TimingSignal`),
    dense: (scope) => {
      if (scope === OUTPUT_LAYER) return { kernel: find(`${scope}/weights`), bias: find(`${scope}/bias`) };
      const kernel = scope.includes("/conv") ? "/Tensordot/Reshape_1" : "/kernel/";
      return { kernel: find(`${ENCODE}/${scope}${kernel}`), bias: find(`${ENCODE}/${scope}/bias/`) };
    },
    layerNorm: (scope) => ({
      scale: find(`${ENCODE}/${scope}/layer_norm/layer_norm_scale/`),
      bias: find(`${ENCODE}/${scope}/layer_norm/layer_norm_bias/`),
    }),
  };
}
