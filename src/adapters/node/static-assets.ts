import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import type { Assets } from "../../ports/assets.ts";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
};

/** Serves the files `names` of one folder and nothing else; each is read when it is asked for. Null for one that is not there. */
export function createFolderAssets(folder: string, names: readonly string[]): Assets {
  const known = new Set(names);
  return {
    get: async (name) => {
      if (!known.has(name)) return null;
      const body = await readFile(join(folder, name)).then(
        (bytes) => new Uint8Array(bytes),
        () => null,
      );
      if (body === null) return null;
      return { body, contentType: CONTENT_TYPES[extname(name)] ?? "application/octet-stream" };
    },
  };
}

/** The first of several that has a file. */
export function firstOf(all: readonly Assets[]): Assets {
  return {
    get: async (name) => {
      for (const assets of all) {
        const asset = await assets.get(name);
        if (asset !== null) return asset;
      }
      return null;
    },
  };
}

/** The widget and the reader's script, where `npm run build:widget` puts it. */
export function createWidgetAssets(folder = "dist"): Assets {
  return createFolderAssets(folder, ["widget.js", "reader.js"]);
}

/** Swagger UI from its package, so that /docs needs no other server. */
export function createSwaggerAssets(): Assets {
  const folder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  return createFolderAssets(folder, ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"]);
}
