import type { WeightTensor } from "../../src/adapters/node/use-lite/source.ts";
import { nameWeights, OUTPUT_LAYER } from "../../src/adapters/node/use-lite/weights.ts";

export interface NamedTensor {
  /** What it is for: `embeddings`, `frequencies`, or a scope's `kernel`, `bias`, `scale` or `norm_bias`. */
  readonly role: string;
  /** Its name in the original graph. */
  readonly original: string;
  readonly tensor: WeightTensor;
}

/** Scopes of a layer's dense layers; `dense` is there where a layer widens its input, in the first. */
const DENSE = ["MultiheadAttention/qkv_transform_single", "MultiheadAttention/output_transform_single"];
const FEED_FORWARD = ["FFN/conv1", "FFN/conv2"];

/** All weights of the bundled encoder, in the order in which a text passes them. */
export function weightsByRole(tensors: ReadonlyMap<string, WeightTensor>): NamedTensor[] {
  const weights = nameWeights(tensors);
  const originals = new Map([...tensors].map(([name, { data }]) => [data, name]));
  const named = (role: string, tensor: WeightTensor): NamedTensor => ({
    role,
    tensor,
    original: originals.get(tensor.data) ?? "",
  });
  const dense = (scope: string): NamedTensor[] => {
    const { kernel, bias } = weights.dense(scope);
    return [named(`${scope}/kernel`, kernel), named(`${scope}/bias`, bias)];
  };
  const norm = (scope: string): NamedTensor[] => {
    const { scale, bias } = weights.layerNorm(scope);
    return [named(`${scope}/scale`, scale), named(`${scope}/norm_bias`, bias)];
  };
  const layer = (i: number): NamedTensor[] => {
    const scope = `Layer_${i}/TransformerLayer`;
    return [
      ...norm(`${scope}/layer_prepostprocess`),
      ...[...DENSE, ...(i === 0 ? ["dense"] : [])].flatMap((part) => dense(`${scope}/${part}`)),
      ...norm(`${scope}/FFN/layer_prepostprocess`),
      ...FEED_FORWARD.flatMap((part) => dense(`${scope}/${part}`)),
    ];
  };
  return [
    named("embeddings", weights.embeddings),
    named("frequencies", weights.frequencies),
    ...layer(0),
    ...layer(1),
    ...dense(OUTPUT_LAYER),
  ];
}
