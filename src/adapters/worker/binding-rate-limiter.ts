import type { RateLimit } from "@cloudflare/workers-types";
import type { RateLimiter } from "../../ports/rate-limiter.ts";

/** What of a rate limit binding is used. */
export type RateLimitBinding = Pick<RateLimit, "limit">;

export interface BindingRateLimiterOptions {
  /** The period that wrangler.toml gives the binding; the platform knows these two. */
  readonly periodSeconds: 10 | 60;
  /** Told why a request could not be counted; it passes. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * Counts by the platform's rate limit binding; how many requests pass in a period stands in wrangler.toml. The platform
 * counts in each of its locations by itself and lets a few more pass rather than a few less. It does not tell when its
 * period ends: those refused are told to wait for a whole one.
 */
export function createBindingRateLimiter(
  binding: RateLimitBinding,
  { periodSeconds, onFailure = () => undefined }: BindingRateLimiterOptions,
): RateLimiter {
  return {
    take: async (key) => {
      try {
        const { success } = await binding.limit({ key });
        return { allowed: success, retryAfterSeconds: success ? 0 : periodSeconds };
      } catch (error) {
        // An answer is worth more than its count.
        onFailure(error);
        return { allowed: true, retryAfterSeconds: 0 };
      }
    },
  };
}
