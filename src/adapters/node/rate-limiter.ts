import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimiter } from "../../ports/rate-limiter.ts";

export interface MemoryRateLimiterOptions {
  /** Requests that one key may make in each window. */
  readonly points: number;
  readonly durationSeconds: number;
}

/** Counts in this process's memory: each process has its own counts, and a restart forgets them. */
export function createMemoryRateLimiter({ points, durationSeconds }: MemoryRateLimiterOptions): RateLimiter {
  const limiter = new RateLimiterMemory({ points, duration: durationSeconds });
  return {
    take: async (key) => {
      try {
        await limiter.consume(key);
        return { allowed: true, retryAfterSeconds: 0 };
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
      }
    },
  };
}
