import type { OpenAPIHono } from "@hono/zod-openapi";
import { etag } from "hono/etag";
import type { Corpus } from "../../domain/corpus.ts";
import { readyAssistant, type AppDeps, type AppEnv } from "../app-deps.ts";
import type { Html } from "../page.ts";
import { REPORT_CSS } from "../reader/report-css.ts";
import { reportPage } from "../reader/report-page.ts";
import { pagePolicy } from "../security.ts";

/** `GET /report`, the whole report with an anchor on every passage, and `GET /report.css`. */
export function addReportRoutes(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const pages = new WeakMap<Corpus, Html>();
  app.get("/report", etag(), (c) => {
    const { corpus } = readyAssistant(deps);
    const made = pages.get(corpus) ?? reportPage(corpus);
    pages.set(corpus, made);
    pagePolicy(c);
    c.header("Cache-Control", "no-cache");
    return c.html(made);
  });
  app.get("/report.css", etag(), (c) =>
    c.body(REPORT_CSS, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "no-cache" }),
  );
}
