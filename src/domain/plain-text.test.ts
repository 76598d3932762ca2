import { describe, expect, it } from "vitest";
import { plainText } from "./plain-text.ts";

describe("plainText", () => {
  it("takes off emphasis, links and escapes", () => {
    expect(plainText("a **bold** and *El Financiero* poll of \\$45 billion")).toBe(
      "a bold and El Financiero poll of $45 billion",
    );
    expect(plainText("see [the report](#) at <https://example.org/a>")).toBe(
      "see the report at https://example.org/a",
    );
  });

  it("keeps lone asterisks and folds white space", () => {
    expect(plainText("services (*)\t89.3\n 90.8")).toBe("services (*) 89.3 90.8");
    expect(plainText("3 * 4 = 12")).toBe("3 * 4 = 12");
  });
});
