import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-deps.ts";

const ACCEPTED = /^[\w-]{1,64}$/;

/** Names the request: by the caller's X-Request-Id when it is harmless, else by a new id; the response says it too. */
export function requestId(newId: () => string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const given = c.req.header("X-Request-Id");
    const id = given !== undefined && ACCEPTED.test(given) ? given : newId();
    c.set("requestId", id);
    c.header("X-Request-Id", id);
    await next();
  };
}
