import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppDeps, AppEnv } from "../app-deps.ts";
import { homePage } from "../reader/home-page.ts";
import { pagePolicy } from "../security.ts";

/** `GET /`: about the report, with the widget to ask it. */
export function addHomeRoute(app: OpenAPIHono<AppEnv>, { assistant, settings }: AppDeps): void {
  app.get("/", (c) => {
    pagePolicy(c, { scripts: true });
    c.header("Cache-Control", "no-cache");
    const address = settings.publicUrl === "" ? new URL(c.req.url).origin : settings.publicUrl;
    return c.html(homePage(assistant()?.corpus ?? null, address));
  });
}
