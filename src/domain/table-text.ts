import type { TablePlace } from "./passage.ts";
import { plainText } from "./plain-text.ts";

/**
 * A table row in words: "Practicing doctors (per 1000 population): Mexico 2.4, United States 2.6, OECD 3.5".
 * Cells without a header stand alone; empty cells are left out.
 */
export function tableRowText(table: TablePlace): string {
  const [label = "", ...values] = table.cells.map(plainText);
  const named = values.map((value, i) => {
    const header = plainText(table.header[i + 1] ?? "");
    return value === "" ? "" : `${header} ${value}`.trim();
  });
  const said = named.filter((cell) => cell !== "").join(", ");
  return said === "" ? label : `${label}: ${said}`;
}
