import { describe, expect, it } from "vitest";
import { askRequestSchema } from "../domain/contract.ts";
import { describeIssues } from "./validation.ts";

function detail(body: unknown): string {
  const read = askRequestSchema.safeParse(body);
  return read.success ? "accepted" : describeIssues(read.error.issues);
}

describe("what is said of a wrong body", () => {
  it("names the field, also inside lists", () => {
    expect(detail({ question: "x", topK: 21 })).toMatch(/^topK: /u);
    expect(detail({ question: "x", history: [{ role: "user", content: "a" }, { role: "bot" }] })).toMatch(
      /history\[1\]\.role: .*history\[1\]\.content: /u,
    );
  });

  it("does not say the field twice when the message begins with it", () => {
    expect(detail({ question: "  " })).toBe("question must not be empty");
    expect(detail({})).toBe("question must be a string");
  });

  it("says what is wrong with the whole when it is no object", () => {
    expect(detail("text")).toContain("expected object");
  });

  it("names a few of many", () => {
    const text = detail({ question: "x", include: Array.from({ length: 30 }, () => "all") });
    expect(text).toContain("include[4]");
    expect(text).not.toContain("include[5]");
    expect(text).toMatch(/; and 25 more$/u);
  });
});
