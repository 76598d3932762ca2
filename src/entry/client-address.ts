import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { AppEnv } from "../serve/app-deps.ts";
import { addressKey } from "./address-key.ts";

/**
 * Who sent a request, as a key to count by: the address of the connection or, behind one trusted proxy, the
 * last of X-Forwarded-For (the one that the proxy itself saw; those before it are the client's own claims).
 */
export function clientAddress(trustProxy: boolean): (c: Context<AppEnv>) => string {
  return (c) => {
    const forwarded = trustProxy ? c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() : undefined;
    return addressKey(forwarded ?? getConnInfo(c).remote.address ?? "unknown");
  };
}
