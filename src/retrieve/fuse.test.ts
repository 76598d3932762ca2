import { describe, expect, it } from "vitest";
import { fuse } from "./fuse.ts";

describe("fuse", () => {
  it("adds weight / (k + rank) over the views", () => {
    const views = [
      { name: "a", ids: ["x", "y"] },
      { name: "b", ids: ["y"] },
    ];
    const fused = fuse(views, { a: 1, b: 2 }, 10);
    expect(fused.map((f) => f.id)).toEqual(["y", "x"]);
    expect(fused[0]?.score).toBeCloseTo(1 / 12 + 2 / 11, 10);
    expect(fused[1]?.score).toBeCloseTo(1 / 11, 10);
  });

  it("breaks ties by id and ignores views without a weight", () => {
    const views = [
      { name: "a", ids: ["z"] },
      { name: "b", ids: ["m"] },
      { name: "off", ids: ["q"] },
    ];
    const fused = fuse(views, { a: 1, b: 1 }, 60);
    expect(fused.map((f) => f.id)).toEqual(["m", "z"]);
  });
});
