import type { OpenAPIHono } from "@hono/zod-openapi";
import { LIMITS } from "../../domain/contract.ts";
import type { Corpus } from "../../domain/corpus.ts";
import { readyAssistant, type AppDeps, type AppEnv } from "../app-deps.ts";
import { unchanged } from "../unchanged.ts";
import { withDeadline } from "../deadline.ts";
import { limitRate } from "../limit-rate.ts";
import type { Html } from "../page.ts";
import { REPORT_CSS } from "../reader/report-css.ts";
import { reportPage } from "../reader/report-page.ts";
import { searchPage } from "../reader/search-page.ts";
import { pagePolicy } from "../security.ts";

/** Passages that a search of the reader shows. */
const FOUND = 12;

/** `GET /report`, the whole report with an anchor on every passage; `GET /report/search` and `GET /report.css`. */
export function addReportRoutes(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const pages = new WeakMap<Corpus, Html>();
  app.get("/report", unchanged(), (c) => {
    const { corpus } = readyAssistant(deps);
    const made = pages.get(corpus) ?? reportPage(corpus);
    pages.set(corpus, made);
    pagePolicy(c, { scripts: true });
    c.header("Cache-Control", "no-cache");
    return c.html(made);
  });
  app.get("/report/search", limitRate(deps), async (c) => {
    const assistant = readyAssistant(deps);
    const query = (c.req.query("q") ?? "").trim().slice(0, LIMITS.questionCharacters);
    const results = await withDeadline(deps.settings.requestTimeoutMs, c.req.raw.signal, () =>
      query === "" ? Promise.resolve({ query, results: [] }) : assistant.search(query, FOUND),
    );
    pagePolicy(c);
    c.header("Cache-Control", "no-cache");
    return c.html(searchPage(assistant.corpus.meta, results));
  });
  app.get("/report.css", unchanged(), (c) =>
    c.body(REPORT_CSS, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "no-cache" }),
  );
}
