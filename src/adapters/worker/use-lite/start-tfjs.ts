import { env, setBackend, type Platform } from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { AppError } from "../../../domain/errors.ts";

/**
 * Starts TensorFlow.js on its WebAssembly backend with a module that was compiled beforehand: Workers compile none at run
 * time (developers.cloudflare.com/workers/runtime-apis/webassembly). The backend takes no module, only the address of one;
 * so it is given a platform that fetches nothing, and for that moment a `WebAssembly.instantiate` that knows this module only.
 * @param module tfjs-backend-wasm-simd.wasm.
 * @throws AppError `encoder_unavailable` when the backend does not start.
 */
export async function startTfjs(module: WebAssembly.Module): Promise<void> {
  const flags = env();
  flags.set("WASM_HAS_SIMD_SUPPORT", true);
  flags.set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  flags.platform = PLATFORM;
  setWasmPaths("/", true);
  const { instantiate } = WebAssembly;
  Object.assign(WebAssembly, {
    instantiate: async (_bytes: ArrayBuffer, imports: WebAssembly.Imports) => ({
      module,
      instance: await instantiate(module, imports),
    }),
  });
  try {
    if (await setBackend("wasm")) return;
  } finally {
    Object.assign(WebAssembly, { instantiate });
  }
  throw new AppError("encoder_unavailable", "The encoder's WebAssembly backend does not start.");
}

/** Web standards; no address has anything. */
const PLATFORM: Platform = {
  fetch: () => Promise.resolve(new Response()),
  now: () => performance.now(),
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
  isTypedArray: (a) =>
    a instanceof Float32Array ||
    a instanceof Int32Array ||
    a instanceof Uint8Array ||
    a instanceof Uint8ClampedArray,
};
