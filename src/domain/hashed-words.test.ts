import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashWords, hasWord } from "./hashed-words.ts";

describe("hashed words", () => {
  it("are known, and others are not", () => {
    const hashes = hashWords(["border", "treaty", "border"]);
    expect(hashes).toHaveLength(2);
    expect(["border", "treaty", "bordr", ""].map((word) => hasWord(hashes, word))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(hasWord(hashWords([]), "border")).toBe(false);
  });

  it("are all known, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        const hashes = hashWords(words);
        expect(words.every((word) => hasWord(hashes, word))).toBe(true);
      }),
    );
  });
});
