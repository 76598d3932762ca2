import type { MiddlewareHandler } from "hono";
import { AppError } from "../domain/errors.ts";
import type { AppDeps, AppEnv } from "./app-deps.ts";

/** Refuses a client's requests beyond its rate. @throws AppError `rate_limited` with the seconds to wait. */
export function limitRate(deps: Pick<AppDeps, "rateLimiter" | "clientAddress">): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const decision = await deps.rateLimiter?.take(deps.clientAddress(c));
    if (decision && !decision.allowed) {
      const seconds = decision.retryAfterSeconds;
      throw new AppError("rate_limited", `Too many requests: try again in ${seconds} seconds.`, {
        retryable: true,
        retryAfterSeconds: seconds,
      });
    }
    await next();
  };
}
