import type { OpenAPIHono } from "@hono/zod-openapi";
import { html } from "hono/html";
import { AppError } from "../../domain/errors.ts";
import type { AppDeps, AppEnv } from "../app-deps.ts";
import { unchanged } from "../unchanged.ts";
import { page } from "../page.ts";
import { pagePolicy } from "../security.ts";

const INITIALIZER = `window.SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
});
`;

/** `GET /openapi.json`, made from the routes' own schemas, and `GET /docs`, which shows it with Swagger UI. */
export function addOpenApiRoutes(app: OpenAPIHono<AppEnv>, { assets, settings }: AppDeps): void {
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "ask-the-report",
      version: "0.1.0",
      description:
        "Ask one report questions; every sentence of an answer is cited to the report's own words.",
      license: { name: "MIT" },
    },
    servers: [{ url: settings.publicUrl === "" ? "/" : settings.publicUrl }],
  });
  app.get("/docs", (c) => {
    pagePolicy(c, { scripts: true });
    return c.html(
      page({
        title: "ask-the-report: API",
        style: "docs/swagger-ui.css",
        scripts: ["docs/swagger-ui-bundle.js", "docs/initializer.js"],
        body: html`<div id="swagger-ui"></div>
          <noscript
            ><p>
              This page needs JavaScript; the description itself is <a href="openapi.json">openapi.json</a>.
            </p></noscript
          >`,
      }),
    );
  });
  app.get("/docs/initializer.js", (c) =>
    c.body(INITIALIZER, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
  );
  app.get("/docs/:asset", unchanged(), async (c) => {
    const asset = await assets.get(c.req.param("asset"));
    if (asset === null) throw new AppError("not_found", "There is no such file of the documentation.");
    return c.body(asset.body, 200, { "Content-Type": asset.contentType, "Cache-Control": "no-cache" });
  });
}
