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

  it("gives a failure to all who ask, and tries again after a pause", async () => {
    let [times, time] = [0, 0];
    const one = loadOnce(
      async () => {
        times += 1;
        if (times === 1) throw new Error("not yet");
        return times;
      },
      { pauseMs: 100, now: () => time },
    );
    const both = await Promise.allSettled([one.load(), one.load()]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(() => one.loaded()).toThrow("not yet");
    time = 99;
    await expect(one.load()).rejects.toThrow("not yet");
    expect(times).toBe(1);
    time = 100;
    expect(await one.load()).toBe(2);
    expect(one.loaded()).toBe(2);
  });

  it("does not wait for ever for a try that never ends", async () => {
    let times = 0;
    const one = loadOnce(
      () => {
        times += 1;
        return times === 1 ? new Promise<number>(() => undefined) : Promise.resolve(times);
      },
      { pauseMs: 0, patienceMs: 20 },
    );
    await expect(one.load()).rejects.toThrow("timeout");
    expect(() => one.loaded()).toThrow("timeout");
    expect(await one.load()).toBe(2);
  });
});
