import { describe, expect, it } from "vitest";
import { authorsOf, isByLine, readContents } from "./contents.ts";
import { splitLines } from "./lines.ts";

describe("readContents", () => {
  it("reads numbers, titles, authors and page ranges", () => {
    const contents = readContents(
      splitLines(
        "x\nContents\n\n\tForeword\t1\n\tBy A. B & C D\n01.\tShips: An End\t4\n2 \tTowns ..... 9\n\nText.",
      ),
    );
    expect(contents?.entries.map(({ spans: _, ...entry }) => entry)).toEqual([
      { number: null, title: "Foreword", authors: ["A. B", "C D"], pages: { from: 1, to: 3 } },
      { number: 1, title: "Ships: An End", authors: [], pages: { from: 4, to: 8 } },
      { number: 2, title: "Towns", authors: [], pages: { from: 9, to: null } },
    ]);
    expect(contents && [contents.from, contents.to]).toEqual([1, 7]);
  });

  it("is null without a table of contents", () => {
    expect(readContents(splitLines("Contents\n\nThis chapter is about contents."))).toBeNull();
    expect(readContents(splitLines("Just text."))).toBeNull();
  });
});

describe("by-lines", () => {
  it("parts names at commas, ampersands and and", () => {
    expect(authorsOf("By **Ann Lee, Bo de la Cruz, & Ümit Öz**")).toEqual([
      "Ann Lee",
      "Bo de la Cruz",
      "Ümit Öz",
    ]);
    expect(authorsOf("By Ann Lee and Bo Ek")).toEqual(["Ann Lee", "Bo Ek"]);
  });

  it("are no sentences that begin with By", () => {
    expect(isByLine("By Ann Lee")).toBe(true);
    expect(isByLine("By 2011, both countries agreed.")).toBe(false);
    expect(isByLine("By combining efforts, both win.")).toBe(false);
  });
});
