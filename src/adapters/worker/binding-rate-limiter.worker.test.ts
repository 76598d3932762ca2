import { expect, it } from "vitest";
import { rateLimiterContract } from "../../ports/rate-limiter.contract.ts";
import { createBindingRateLimiter } from "./binding-rate-limiter.ts";
import { bindings } from "./workerd.fixture.ts";

const { RATE_1_60, RATE_3_60, RATE_5_60, RATE_1_10 } = bindings;
const OF_POINTS = new Map([
  [1, RATE_1_60],
  [3, RATE_3_60],
  [5, RATE_5_60],
]);

rateLimiterContract(
  "the platform's binding, simulated",
  (points, durationSeconds) => {
    const binding = durationSeconds === 10 ? RATE_1_10 : OF_POINTS.get(points);
    if (!binding) throw new Error(`vitest.worker.config.ts has no binding of ${points} requests`);
    return createBindingRateLimiter(binding, { periodSeconds: durationSeconds === 10 ? 10 : 60 });
  },
  { shortestSeconds: 10 },
);

it("lets requests pass that cannot be counted", async () => {
  const failures: unknown[] = [];
  const failing = { limit: () => Promise.reject(new Error("counting failed")) };
  const limiter = createBindingRateLimiter(failing, {
    periodSeconds: 60,
    onFailure: (error) => failures.push(error),
  });
  expect(await limiter.take("a")).toEqual({ allowed: true, retryAfterSeconds: 0 });
  expect(String(failures)).toContain("counting failed");
});
