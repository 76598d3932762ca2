import { describe, expect, it } from "vitest";
import { isTunedEncoder, tunedEncoderId } from "./encoder-id.ts";

describe("isTunedEncoder", () => {
  it("knows an encoder that a corpus has added to by its id", () => {
    expect(isTunedEncoder(tunedEncoderId("use-lite@1", "0a1b2c3d"))).toBe(true);
    expect(isTunedEncoder("use-lite@1")).toBe(false);
    expect(isTunedEncoder("Xenova/all-MiniLM-L6-v2")).toBe(false);
  });
});
