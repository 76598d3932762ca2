import { describe, expect, it } from "vitest";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { nearQuoted } from "./near-quoted.ts";

const index = await villageIndex();
const idOf = (words: string): string =>
  index.corpus.passages.find(({ text }) => text.includes(words))?.id ?? "";

describe("nearQuoted", () => {
  it("takes in what stands beside a quoted passage, the nearest first, and nothing of another chapter", () => {
    const near = nearQuoted([idOf("Twelve boats")], index);
    expect(near.get(idOf("Twelve boats"))).toBe(1);
    const beside = near.get(idOf("stone pier")) ?? 0;
    expect(beside).toBeGreaterThan(0);
    expect(beside).toBeLessThan(1);
    expect(near.has(idOf("Three teachers"))).toBe(false);
    expect([...near.values()]).toEqual([...near.values()].toSorted((a, b) => b - a));
  });

  it("knows nothing of ids that are not in the index", () => {
    expect(nearQuoted(["guess", "__proto__"], index).size).toBe(0);
    expect(nearQuoted([], index).size).toBe(0);
  });
});
