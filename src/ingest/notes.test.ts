import { describe, expect, it } from "vitest";
import { splitLines } from "./lines.ts";
import { linkMarkers, readNotes } from "./notes.ts";

const markers = (...numbers: number[]) => numbers.map((number, i) => ({ at: i, number, source: i }));
const linked = (numbers: number[], notes: number[]): number[] =>
  [...linkMarkers(markers(...numbers), new Set(notes))].map((marker) => marker.at);

describe("readNotes", () => {
  it("reads notes with and without bullets and gives lines without a number to the note before", () => {
    const source = "[1] One, *T*.\n\n- [2] Two\n<https://example.org/m²>\n";
    const { notes } = readNotes(source, splitLines(source), 0);
    expect(notes.map((note) => [note.number, note.piece.text])).toEqual([
      [1, "One, *T*."],
      [2, "Two <https://example.org/m²>"],
    ]);
  });

  it("reads nothing where no note begins", () => {
    expect(readNotes("Text.", splitLines("Text."), 0)).toEqual({ notes: [], next: 0 });
  });
});

describe("linkMarkers", () => {
  it("links rising numbers", () => {
    expect(linked([1, 2, 3], [1, 2, 3])).toEqual([0, 1, 2]);
  });

  it("leaves out numbers that fall back to one seen before, and those without a note", () => {
    expect(linked([1, 2, 3, 4, 5, 3, 8], [1, 2, 3, 4, 5])).toEqual([0, 1, 2, 3, 4]);
  });

  it("links the latest number again, and one that comes late", () => {
    expect(linked([1, 1, 3, 2], [1, 2, 3])).toEqual([0, 1, 2, 3]);
  });
});
