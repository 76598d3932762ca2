import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppDeps, AppEnv } from "./app-deps.ts";

/** The metrics of the service and what they mean, for the adapter's HELP lines. */
export const METRICS = {
  http_requests_total: "Requests by method, route and status",
  http_request_duration_seconds: "Seconds until the response began, by method and route",
  answers_total: "Answers by composer and by what became of the question",
  answer_cache_lookups_total: "Looks for an answer that a model wrote before, by result (hit or miss)",
  feedback_total: "Feedback by vote",
  answer_duration_seconds: "Seconds until an answer was whole, by mode (json or stream)",
} as const;

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
/** Asked for every few seconds by machines: logged only when they fail. */
const PROBES = new Set(["/health", "/ready", "/metrics"]);

/** Counts, times and logs every request. Never logs questions, bodies or query strings. */
export function observeRequests(
  deps: Pick<AppDeps, "logger" | "metrics">,
  now: () => number,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = now();
    await next();
    const seconds = (now() - started) / 1000;
    const route = routeOf(c);
    const method = METHODS.has(c.req.method) ? c.req.method : "OTHER";
    const status = c.res.status;
    deps.metrics.count("http_requests_total", { method, route, status: String(status) });
    deps.metrics.observe("http_request_duration_seconds", seconds, { method, route });
    if (PROBES.has(route) && status < 400) return;
    const milliseconds = Math.round(seconds * 1000);
    deps.logger.info("request", { requestId: c.var.requestId, method, route, status, milliseconds });
  };
}

/** The route's pattern, so that addresses nobody serves do not make ever more labels. */
function routeOf(c: Context<AppEnv>): string {
  const path = routePath(c, -1);
  return path.endsWith("*") ? "unmatched" : path;
}
