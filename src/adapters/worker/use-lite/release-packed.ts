import { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { getKernel, registerKernel, unregisterKernel, type Tensor } from "@tensorflow/tfjs-core";

/** What multiplies by weights, and which of its inputs they are. */
const MULTIPLIES = { BatchMatMul: "b", Conv2D: "filter" } as const;
const BACKEND = "wasm";

/**
 * Frees the memory of a matrix of weights once it has been multiplied by. XNNPACK, which does it, packs weights into memory
 * of its own when it meets them first and does not look at the originals again (tfjs-backend-wasm, src/cc/
 * batch_mat_mul_impl.cc and conv2d_impl.cc); with both, the weights would be in memory twice, 20 of an isolate's 128 MB.
 * Whatever else reads such a tensor afterwards reads garbage: only for weights that one operation each uses.
 */
export function releasePacked(weights: readonly Tensor[]): void {
  const unpacked = new Set<object>(weights.map(({ dataId }) => dataId));
  for (const [kernelName, input] of Object.entries(MULTIPLIES)) {
    const { kernelFunc, ...kernel } = getKernel(kernelName, BACKEND);
    unregisterKernel(kernelName, BACKEND);
    registerKernel({
      ...kernel,
      kernelFunc: (call) => {
        const output = kernelFunc(call);
        const dataId = call.inputs[input]?.dataId;
        const { backend } = call;
        if (dataId && backend instanceof BackendWasm && canFree(backend.wasm) && unpacked.delete(dataId)) {
          backend.wasm._free(backend.getMemoryOffset(dataId));
        }
        return output;
      },
    });
  }
}

/** Emscripten's modules have it; the package's types leave it out. */
function canFree(wasm: object): wasm is { _free(offset: number): void } {
  return "_free" in wasm && typeof wasm._free === "function";
}
