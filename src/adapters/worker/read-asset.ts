import { AppError } from "../../domain/errors.ts";
import type { Assets } from "../../ports/assets.ts";

/** The part of the static assets binding that is used (developers.cloudflare.com/workers/static-assets/binding). */
export interface AssetFetcher {
  fetch(address: string): Promise<Response>;
}

/** Reads one of the Worker's static assets by its path, as bytes. @throws AppError `index_corrupt` when it is not there. */
export type ReadAsset = (path: string) => Promise<ArrayBuffer>;

/** Assets are asked for by address; only its path counts. */
const ORIGIN = "https://assets.local/";

export function createReadAsset(assets: AssetFetcher): ReadAsset {
  return async (path) => {
    const response = await assets.fetch(`${ORIGIN}${path}`);
    if (response.ok) return response.arrayBuffer();
    await response.body?.cancel();
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
      if (!response.ok) return null;
      const contentType = response.headers.get("Content-Type") ?? "application/octet-stream";
      return { body: new Uint8Array(await response.arrayBuffer()), contentType };
    },
  };
}
