import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyLookup } from "./key-lookup.ts";

describe("keyLookup", () => {
  it("finds the first thing with a key, as looking through all of them does", () => {
    const word = fc.stringMatching(/^[ab]{0,4}$/u);
    fc.assert(
      fc.property(fc.array(word), word, (keys, key) => {
        const at = keys.indexOf(key);
        expect(keyLookup(keys.length, (place) => keys[place] ?? "")(key)).toBe(at < 0 ? null : at);
      }),
    );
  });

  it("tells keys apart that have one hash", () => {
    // A pair that collides under 32-bit FNV-1a.
    const keys = ["costarring", "liquid"];
    const find = keyLookup(2, (place) => keys[place] ?? "");
    expect(keys.map(find)).toEqual([0, 1]);
  });
});
