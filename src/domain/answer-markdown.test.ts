import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "../compose/render.ts";
import { isWebAddress, plainAnswer, readMarkdown } from "./answer-markdown.ts";

describe("readMarkdown", () => {
  it("reads paragraphs, lists, markers and links", () => {
    expect(readMarkdown("As said: [1]\n\n- One [2]\n- Two\n\nSee [the place](/report#p-1) (here).")).toEqual([
      {
        kind: "paragraph",
        inlines: [
          { kind: "text", text: "As said: " },
          { kind: "marker", marker: 1 },
        ],
      },
      {
        kind: "list",
        items: [
          [
            { kind: "text", text: "One " },
            { kind: "marker", marker: 2 },
          ],
          [{ kind: "text", text: "Two" }],
        ],
      },
      {
        kind: "paragraph",
        inlines: [
          { kind: "text", text: "See " },
          { kind: "link", text: "the place", href: "/report#p-1" },
          { kind: "text", text: " (here)." },
        ],
      },
    ]);
  });

  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT:x",
    "data:text/html,x",
    "//evil.example",
    " https://x",
    "mailto:a@b",
  ])("takes %j for no address", (href) => {
    expect(isWebAddress(href)).toBe(false);
    expect(readMarkdown(`[x](${href})`)).not.toEqual([
      { kind: "paragraph", inlines: [expect.objectContaining({ kind: "link" })] },
    ]);
  });

  it("gives back what escapeMarkdown made safe, whatever it was", () => {
    const text = fc.stringMatching(/^[a-c\\[\]()*_`<>#.1-3&; -]{1,40}$/u).map((one) => one.trim());
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (said) => {
        const line = said.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
        fc.pre(line !== "");
        const [block, ...more] = readMarkdown(escapeMarkdown(line));
        expect(more).toEqual([]);
        expect(block).toEqual({ kind: "paragraph", inlines: [{ kind: "text", text: line }] });
      }),
      { numRuns: 500 },
    );
  });
});

describe("plainAnswer", () => {
  it("keeps markers and lists", () => {
    expect(plainAnswer("It \\*rose\\*. [1]\n\n- One [2]\n- [Two](https://x.example)")).toBe(
      "It *rose*. [1]\n\n- One [2]\n- Two",
    );
  });
});
