import { describe, expect, it } from "vitest";
import { tableRowText } from "./table-text.ts";

describe("tableRowText", () => {
  it("names each cell by its column", () => {
    const table = {
      caption: "Table 2",
      header: ["", "Mexico", "OECD"],
      cells: ["Doctors (per 1000)", "2.4", "3.5"],
      note: null,
    };
    expect(tableRowText(table)).toBe("Doctors (per 1000): Mexico 2.4, OECD 3.5");
  });

  it("leaves empty cells out", () => {
    const table = { caption: "", header: ["", "A", "B"], cells: ["Row", "1", ""], note: null };
    expect(tableRowText(table)).toBe("Row: A 1");
    expect(tableRowText({ ...table, cells: ["mango"] })).toBe("mango");
  });
});
