import type { OpenAPIHono } from "@hono/zod-openapi";
import { html } from "hono/html";
import type { AppEnv } from "../app-deps.ts";
import { page } from "../page.ts";
import { pagePolicy } from "../security.ts";

const example = (origin: string): string => `curl -s ${origin}/ask -H 'content-type: application/json' \\
  -d '{"question": "What does the report recommend?"}'`;

/** `GET /`: where things are. */
export function addHomeRoute(app: OpenAPIHono<AppEnv>): void {
  app.get("/", (c) => {
    pagePolicy(c);
    return c.html(
      page({
        title: "ask-the-report",
        style: "report.css",
        body: html`<main>
          <h1>ask-the-report</h1>
          <p>Answers questions about one report, each sentence cited to the report's own words.</p>
          <ul>
            <li><a href="report">Read the report</a></li>
            <li><a href="docs">The API, to read and to try</a> (<a href="openapi.json">as OpenAPI</a>)</li>
          </ul>
          <p>To ask from a terminal:</p>
          <pre>${example(new URL(c.req.url).origin)}</pre>
        </main>`,
      }),
    );
  });
}
