import { rateLimiterContract } from "../../ports/rate-limiter.contract.ts";
import { createMemoryRateLimiter } from "./rate-limiter.ts";

rateLimiterContract("the limiter in memory", (points, durationSeconds) =>
  createMemoryRateLimiter({ points, durationSeconds }),
);
