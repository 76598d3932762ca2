import type { Metrics } from "../../ports/metrics.ts";

/** Nothing is counted: what one of many isolates saw would mean little, and the platform counts requests, errors and CPU time itself. */
export function createUncountedMetrics(): Metrics {
  return {
    count: () => undefined,
    observe: () => undefined,
    render: () =>
      Promise.resolve({
        contentType: "text/plain; version=0.0.4; charset=utf-8",
        body: "# Not counted on Workers: see the Worker's metrics and logs in the Cloudflare dashboard.\n",
      }),
  };
}
