import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { readyAssistant, type AppDeps, type AppEnv } from "../app-deps.ts";
import { problemOf } from "../describe-route.ts";
import { readiness } from "../schemas.ts";

/** `GET /health` (the process lives), `GET /ready` (it can answer), `GET /metrics` (for Prometheus). */
export function addHealthRoutes(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const features = {
    conversations: deps.memory !== null,
    feedback: deps.memory !== null,
    rateLimit: deps.rateLimiter !== null,
    slack: deps.slack !== null,
  };
  const health = createRoute({
    method: "get",
    path: "/health",
    summary: "Whether the process lives",
    responses: {
      200: {
        description: "It does.",
        content: { "application/json": { schema: z.object({ status: z.literal("ok") }) } },
      },
    },
  });
  app.openapi(health, (c) => c.json({ status: "ok" as const }, 200, { "Cache-Control": "no-store" }));

  const ready = createRoute({
    method: "get",
    path: "/ready",
    summary: "Whether questions can be answered",
    responses: {
      200: {
        description: "The index is loaded.",
        content: { "application/json": { schema: readiness } },
      },
      503: problemOf(503),
    },
  });
  app.openapi(ready, (c) => {
    const { id, encoder, passages } = readyAssistant(deps).indexInfo;
    const body = { status: "ready" as const, index: id, encoder, passages, features };
    return c.json(body, 200, { "Cache-Control": "no-store" });
  });

  const metrics = createRoute({
    method: "get",
    path: "/metrics",
    summary: "Counters and timings in the Prometheus text format",
    responses: {
      200: { description: "The metrics.", content: { "text/plain": { schema: z.string() } } },
    },
  });
  app.openapi(metrics, async (c) => {
    const { contentType, body } = await deps.metrics.render();
    return c.text(body, 200, { "Content-Type": contentType, "Cache-Control": "no-store" });
  });
}
