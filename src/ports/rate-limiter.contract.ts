import { describe, expect, it } from "vitest";
import type { RateLimiter } from "./rate-limiter.ts";

export interface RateLimiterTraits {
  /** The shortest window that can be had; the test that waits for its end takes as long. */
  readonly shortestSeconds?: number;
}

/**
 * What every RateLimiter must do. `make` gets a limiter of `points` requests in each window of `durationSeconds`.
 * A limiter that counts in many places counts exactly in each of them: the suite runs against one.
 */
export function rateLimiterContract(
  name: string,
  make: (points: number, durationSeconds: number) => RateLimiter,
  { shortestSeconds = 1 }: RateLimiterTraits = {},
): void {
  describe(`${name} keeps the RateLimiter contract`, () => {
    it("lets as many requests of one key pass as it has points, then refuses", async () => {
      const limiter = make(3, 60);
      for (let i = 0; i < 3; i += 1) {
        expect(await limiter.take("a")).toEqual({ allowed: true, retryAfterSeconds: 0 });
      }
      const refused = await limiter.take("a");
      expect(refused.allowed).toBe(false);
      expect(Number.isInteger(refused.retryAfterSeconds)).toBe(true);
      expect(refused.retryAfterSeconds).toBeGreaterThanOrEqual(1);
      expect(refused.retryAfterSeconds).toBeLessThanOrEqual(60);
    });

    it("counts each key on its own, whatever it is made of", async () => {
      const limiter = make(1, 60);
      for (const key of ["a", "b", "", "::1", "__proto__", "constructor", "a:b", "ñ".repeat(300)]) {
        expect((await limiter.take(key)).allowed, key).toBe(true);
        expect((await limiter.take(key)).allowed, key).toBe(false);
      }
    });

    it("counts requests that come at the same moment", async () => {
      const limiter = make(5, 60);
      const decisions = await Promise.all(Array.from({ length: 12 }, () => limiter.take("burst")));
      expect(decisions.filter((decision) => decision.allowed)).toHaveLength(5);
    });

    it("lets the key pass again when the window is over", async () => {
      const limiter = make(1, shortestSeconds);
      await limiter.take("a");
      expect((await limiter.take("a")).allowed).toBe(false);
      await new Promise((resolve) => setTimeout(resolve, shortestSeconds * 1000 + 100));
      expect((await limiter.take("a")).allowed).toBe(true);
    });
  });
}
