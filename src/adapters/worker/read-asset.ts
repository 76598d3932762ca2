import { AppError } from "../../domain/errors.ts";
import type { Assets } from "../../ports/assets.ts";
import { unlessAborted } from "../core/abortable.ts";

/** The part of the static assets binding that is used (developers.cloudflare.com/workers/static-assets/binding). */
export interface AssetFetcher {
  fetch(address: string, init?: { readonly signal: AbortSignal }): Promise<Response>;
}

/** Reads one of the Worker's static assets by its path, as bytes. @throws AppError `index_corrupt` when it is not there or does not come. */
export type ReadAsset = (path: string) => Promise<ArrayBuffer>;

/** Assets are asked for by address; only its path counts. */
const ORIGIN = "https://assets.local/";

/** Milliseconds that one asset may take. */
const PATIENCE_MS = 15_000;

export function createReadAsset(assets: AssetFetcher, patienceMs = PATIENCE_MS): ReadAsset {
  return async (path) => {
    const signal = AbortSignal.timeout(patienceMs);
    try {
      const response = await unlessAborted(assets.fetch(`${ORIGIN}${path}`, { signal }), signal);
      if (response.ok) return await unlessAborted(response.arrayBuffer(), signal);
      await response.body?.cancel();
    } catch (cause) {
      throw new AppError("index_corrupt", `the asset ${path} cannot be read: try again in a moment`, {
        cause,
        retryable: true,
      });
    }
    throw new AppError(
      "index_corrupt",
      `the asset ${path} is missing: run "npm run build:worker" and deploy again`,
    );
  };
}

/** Of the assets, only these files may be asked for by name: those of the pages. */
export function createPageAssets(assets: AssetFetcher, names: readonly string[]): Assets {
  return {
    get: async (name) => {
      if (!names.includes(name)) return null;
      const response = await assets.fetch(`${ORIGIN}pages/${name}`);
      if (!response.ok) {
        await response.body?.cancel();
        return null;
      }
      const contentType = response.headers.get("Content-Type") ?? "application/octet-stream";
      return { body: new Uint8Array(await response.arrayBuffer()), contentType };
    },
  };
}
