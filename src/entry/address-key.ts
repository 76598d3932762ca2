import { z } from "zod";

/** One key for all addresses that one client has: an IPv6 client has a whole /64 to choose from. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ""] = address.split("%", 1);
  if (!z.ipv6().safeParse(plain).success) return address.slice(0, 64);
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
