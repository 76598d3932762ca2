import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { readyAssistant, type AppDeps, type AppEnv } from "../app-deps.ts";
import { withDeadline } from "../deadline.ts";
import { problemOf } from "../describe-route.ts";
import { limitRate } from "../limit-rate.ts";
import { searchQuery, searchResults } from "../schemas.ts";

/** `GET /search`: the passages nearest to some words, without an answer. */
export function addSearchRoute(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const route = createRoute({
    method: "get",
    path: "/search",
    summary: "Find passages",
    middleware: [limitRate(deps)],
    request: { query: searchQuery },
    responses: {
      200: {
        description: "The best passages, best first; scores are relative to the best.",
        content: { "application/json": { schema: searchResults } },
      },
      400: problemOf(400),
      429: problemOf(429),
      503: problemOf(503),
      504: problemOf(504),
    },
  });
  app.openapi(route, async (c) => {
    const { q, k } = c.req.valid("query");
    const assistant = readyAssistant(deps);
    const found = await withDeadline(deps.settings.requestTimeoutMs, c.req.raw.signal, () =>
      assistant.search(q, k),
    );
    return c.json(found, 200);
  });
}
