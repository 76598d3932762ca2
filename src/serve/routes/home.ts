import type { OpenAPIHono } from "@hono/zod-openapi";
import { html } from "hono/html";
import type { AppEnv } from "../app-deps.ts";
import { page } from "../page.ts";
import { pagePolicy } from "../security.ts";

const EXAMPLE = `curl -s localhost:8787/ask -H 'content-type: application/json' \\
  -d '{"question": "How did the homicide rate change?"}'`;

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
          <pre>${EXAMPLE}</pre>
        </main>`,
      }),
    );
  });
}
