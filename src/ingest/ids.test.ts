import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentHash, createIdMaker } from "./ids.ts";

describe("contentHash", () => {
  it("is 16 hex digits, the same every time", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(contentHash(text)).toMatch(/^[0-9a-f]{16}$/u);
        expect(contentHash(text)).toBe(contentHash(text));
      }),
    );
  });

  it("has no collision among many near texts, in either half", () => {
    const hashes = Array.from({ length: 20_000 }, (_, i) => contentHash(`passage ${i}`));
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const half of [0, 8]) {
      const halves = new Set(hashes.map((hash) => hash.slice(half, half + 8)));
      expect(halves.size).toBeGreaterThan(hashes.length - 10);
    }
  });
});

describe("createIdMaker", () => {
  it("tells equal passages apart and gives the same ids on every run", () => {
    const ids = (): string[] => {
      const makeId = createIdMaker();
      return [makeId(["a", "b"]), makeId(["a", "b"]), makeId(["ab"])];
    };
    expect(new Set(ids()).size).toBe(3);
    expect(ids()).toEqual(ids());
  });
});
