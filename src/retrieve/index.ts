export { fuse, type RankedView } from "./fuse.ts";
export { FUSION_WEIGHTS, type FusionWeights } from "./fusion-weights.ts";
export { createRetriever, type RetrieverOptions } from "./retriever.ts";
