import { isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { AppEnv } from "../serve/app-deps.ts";

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

/** One key for all addresses that one client has: an IPv6 client has a whole /64 to choose from. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ""] = address.split("%", 1);
  if (!isIPv6(plain)) return address.slice(0, 64);
  const [head = "", tail = ""] = plain.split("::");
  const before = head.split(":").filter((group) => group !== "");
  const after = tail.split(":").filter((group) => group !== "");
  const zeros = plain.includes("::")
    ? Array.from({ length: 8 - before.length - after.length }, () => "0")
    : [];
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
