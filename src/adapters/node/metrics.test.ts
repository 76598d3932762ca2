import { describe, expect, it } from "vitest";
import { createPromMetrics } from "./metrics.ts";

describe("the metrics", () => {
  it("counts by labels and shows the help line", async () => {
    const metrics = createPromMetrics({ processMetrics: false, help: { asks_total: "Questions asked" } });
    metrics.count("asks_total", { route: "/ask" });
    metrics.count("asks_total", { route: "/ask" });
    metrics.count("asks_total", { route: "/search" });
    const { body, contentType } = await metrics.render();
    expect(contentType).toContain("text/plain; version=0.0.4");
    expect(body).toContain("# HELP asks_total Questions asked");
    expect(body).toContain('asks_total{route="/ask"} 2');
    expect(body).toContain('asks_total{route="/search"} 1');
  });

  it("puts seconds into a histogram", async () => {
    const metrics = createPromMetrics({ processMetrics: false });
    metrics.observe("ask_seconds", 0.02, { route: "/ask" });
    metrics.observe("ask_seconds", 0.2, { route: "/ask" });
    const { body } = await metrics.render();
    expect(body).toContain('ask_seconds_bucket{le="0.025",route="/ask"} 1');
    expect(body).toContain('ask_seconds_count{route="/ask"} 2');
  });

  it("tells of the process unless told not to, each registry on its own", async () => {
    expect((await createPromMetrics().render()).body).toContain("nodejs_eventloop_lag_seconds");
    expect((await createPromMetrics().render()).body).toContain("process_cpu_seconds_total");
    expect((await createPromMetrics({ processMetrics: false }).render()).body.trim()).toBe("");
  });
});
