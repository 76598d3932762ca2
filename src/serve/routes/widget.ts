import type { OpenAPIHono } from "@hono/zod-openapi";
import { AppError } from "../../domain/errors.ts";
import type { AppDeps, AppEnv } from "../app-deps.ts";
import { unchanged } from "../unchanged.ts";

/** `GET /widget.js`: the element `<ask-the-report>`, one file without others; `GET /reader.js`: what marks quotes in the reader. */
export function addWidgetRoute(app: OpenAPIHono<AppEnv>, { assets }: AppDeps): void {
  app.get("/:name{(?:widget|reader)\\.js}", unchanged(), async (c) => {
    const asset = await assets.get(c.req.param("name"));
    if (asset === null) throw new AppError("not_found", "The widget is not built: run npm run build:widget.");
    // Pages of any origin load it; which of them may ask is another matter (CORS_ORIGINS).
    c.header("Cross-Origin-Resource-Policy", "cross-origin");
    return c.body(asset.body, 200, { "Content-Type": asset.contentType, "Cache-Control": "no-cache" });
  });
}
