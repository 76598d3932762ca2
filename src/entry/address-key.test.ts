import { describe, expect, it } from "vitest";
import { addressKey } from "./address-key.ts";

describe("the key of an address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:0:1:aaaa:bbbb:cccc:dddd", "2001:db8:0:1"],
    ["2001:db8::5", "2001:db8:0:0"],
    ["2001:0db8:0000:0000:1::9", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["::", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["unknown", "unknown"],
    ["", ""],
  ])("of %j is %j", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });

  it("is short, whatever a header says", () => {
    expect(addressKey("x".repeat(10_000)).length).toBeLessThanOrEqual(64);
  });
});
