import { describe, expect, it } from "vitest";
import { loadOnce } from "./load-once.ts";

describe("loadOnce", () => {
  it("loads once for all who ask at the same time, and later", async () => {
    let times = 0;
    const one = loadOnce(async () => (times += 1));
    expect(one.loaded()).toBeNull();
    expect(await Promise.all([one.load(), one.load()])).toEqual([1, 1]);
    expect(await one.load()).toBe(1);
    expect(one.loaded()).toBe(1);
  });

  it("tries again after a failure", async () => {
    let times = 0;
    const one = loadOnce(async () => {
      times += 1;
      if (times === 1) throw new Error("not yet");
      return times;
    });
    await expect(Promise.all([one.load(), one.load()])).rejects.toThrow("not yet");
    expect(one.loaded()).toBeNull();
    expect(await one.load()).toBe(2);
  });
});
