import { access } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { AppError } from "../../domain/errors.ts";

/** Where Transformers.js finds a model. */
export interface ModelPlace {
  readonly folder: string;
  readonly name: string;
  /** Never look at the hub. */
  readonly local: boolean;
  readonly quantized: boolean;
}

/**
 * The place of a model of the hub, or of a folder: an absolute path, or one that starts with `./` or `../`. The 8-bit file
 * is taken unless the folder has only the full one.
 */
export async function locateModel(model: string, modelsDir: string): Promise<ModelPlace> {
  const isPath = isAbsolute(model) || /^\.\.?[/\\]/u.test(model);
  const path = isPath ? resolve(model) : join(modelsDir, model);
  const has = (file: string): Promise<boolean> =>
    access(join(path, "onnx", file)).then(
      () => true,
      () => false,
    );
  const quantized = (await has("model_quantized.onnx")) || !(await has("model.onnx"));
  return isPath
    ? { folder: dirname(path), name: basename(path), local: true, quantized }
    : { folder: modelsDir, name: model, local: false, quantized };
}

/** Transformers.js, loaded when it is needed (0.2 s). @throws what `unavailable` makes of a failure. */
export async function loadLibrary(
  unavailable: (remote: boolean, cause: unknown) => AppError,
): Promise<typeof import("@xenova/transformers")> {
  return import("@xenova/transformers").catch((cause: unknown) => {
    throw unavailable(false, cause);
  });
}

const FILES =
  "config.json, tokenizer.json, tokenizer_config.json and onnx/model_quantized.onnx or onnx/model.onnx";

/**
 * The error of a model that cannot be loaded, with the remedy.
 * @param what "encoder", "reranker"
 * @param without what to do to be without it
 */
export function modelUnavailable(
  what: string,
  model: string,
  { remote, without, cause }: { readonly remote: boolean; readonly without: string; readonly cause: unknown },
): AppError {
  const remedy = remote
    ? `check the name and the network, put its files (${FILES}) into the models folder under ${model}, or ${without}`
    : `the folder needs ${FILES}; or ${without}`;
  return new AppError("encoder_unavailable", `The ${what} "${model}" cannot be loaded: ${remedy}.`, {
    cause,
    retryable: remote,
  });
}
