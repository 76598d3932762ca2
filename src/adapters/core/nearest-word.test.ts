import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestWords } from "./nearest-word.ts";

const nearest = nearestWords([
  ["people", 4],
  ["popular", 9],
  ["migrate", 30],
  ["remittance", 5],
  ["borders", 1],
  ["bordery", 7],
  ["with", 50],
]);

describe("nearestWords", () => {
  it("finds the word that another misspells", () => {
    expect(nearest("migrute")).toBe("migrate");
    expect(nearest("peopel")).toBe("people");
    expect(nearest("remittence")).toBe("remittance");
    expect(nearest("remmittence")).toBe("remittance");
    expect(nearest("wiht")).toBe("with");
  });

  it("prefers the more frequent of equally near words, whatever their order", () => {
    expect(nearest("borderx")).toBe("bordery");
  });

  it("finds none for what is too far away, too short, or begins otherwise", () => {
    expect(nearest("remarks")).toBeNull();
    expect(nearest("remitence")).toBeNull();
    expect(nearest("wit")).toBeNull();
    expect(nearest("wish")).toBeNull();
    expect(nearest("bigrate")).toBeNull();
  });

  it("finds a known word by one changed letter after the first, when no other is as near", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/u), fc.nat(), (word, at) => {
        const place = 1 + (at % (word.length - 1));
        const typed = `${word.slice(0, place)}*${word.slice(place + 1)}`;
        expect(nearestWords([[word, 1]])(typed)).toBe(word);
      }),
    );
  });

  it("finds a known word by two neighbouring letters in each other's place", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,12}$/u), fc.nat(), (word, at) => {
        const place = 1 + (at % (word.length - 2));
        const typed = `${word.slice(0, place)}${word.charAt(place + 1)}${word.charAt(place)}${word.slice(place + 2)}`;
        expect(nearestWords([[word, 1]])(typed)).toBe(word);
      }),
    );
  });
});
