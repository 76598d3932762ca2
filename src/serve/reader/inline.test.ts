import fc from "fast-check";
import { html } from "hono/html";
import { describe, expect, it } from "vitest";
import { plainText } from "../../domain/plain-text.ts";
import { renderInline } from "./inline.ts";

const rendered = (text: string): string => String(renderInline(text));
const mark = html`<i></i>`;

/** What a browser would show of HTML without entities other than the five that are escaped. */
function shown(markup: string): string {
  return markup
    .replace(/<[^>]*>/gu, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

describe("inline Markdown as HTML", () => {
  it.each([
    ["*Business Insider*, 2020", "<em>Business Insider</em>, 2020"],
    ["**I. Reduce** it", "<strong>I. Reduce</strong> it"],
    ["**all *of* it**", "<strong>all <em>of</em> it</strong>"],
    ["costs \\$4 and \\*nothing\\*", "costs $4 and *nothing*"],
    ["homicides,* which * it", "homicides,* which * it"],
    ["[A report](#), 2020", "A report, 2020"],
    ["a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;"],
    ["<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"],
    ["<mailto:a@b.example>", "mailto:a@b.example"],
  ])("shows %j", (text, expected) => {
    expect(rendered(text)).toBe(expected);
  });

  it("links to the web only", () => {
    expect(rendered("<https://a.example/?b=1&c=2>.")).toBe(
      '<a href="https://a.example/?b=1&amp;c=2" rel="noopener noreferrer nofollow">https://a.example/?b=1&amp;c=2</a>.',
    );
    expect(rendered("[*a* b](http://a.example)")).toContain('href="http://a.example"');
    expect(rendered("[*a* b](http://a.example)")).toContain(">a b</a>");
    expect(rendered("[x](javascript:alert(1))")).not.toContain("<a");
    expect(rendered("<javascript:alert(1)>")).not.toContain("<a");
    expect(rendered('[x](https://a.example/"onmouseover="alert(1))')).toContain("&quot;onmouseover=&quot;");
  });

  it("puts insertions where they belong: in plain text, in emphasis, never in a link", () => {
    const at = (text: string, ...places: number[]): string =>
      String(
        renderInline(
          text,
          places.map((place) => ({ at: place, content: mark })),
        ),
      );
    expect(at("abc", 0, 2, 3)).toBe("<i></i>ab<i></i>c<i></i>");
    expect(at("*abc* d", 3)).toBe("<em>ab<i></i>c</em> d");
    expect(at("*abc* d", 5)).toBe("<em>abc</em><i></i> d");
    expect(at("[abc](http://a.example) d", 3)).toMatch(/^<a[^>]*>abc<\/a><i><\/i> d$/u);
    expect(at("abc", 99)).toBe("abc<i></i>");
  });

  const text = fc.stringMatching(/^[a-c*\\[\]()<>&"' \n:/.$]{0,40}$/u);

  it("lets no markup of a text through", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (source) => {
        const tags = rendered(source).match(/<[^>]*>/gu) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(/^<\/?(em|strong|a)>$|^<a href="https?:\/\/[^"]*" rel="[a-z ]+">$/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("puts in every insertion exactly once, in order", () => {
    const place = fc.nat(45);
    fc.assert(
      fc.property(text, fc.array(place), (source, places) => {
        const out = String(
          renderInline(
            source,
            places.map((at) => ({ at, content: html`<i data-at="${at}"></i>` })),
          ),
        );
        const found = [...out.matchAll(/data-at="(\d+)"/gu)].map((match) => Number(match[1]));
        expect(found).toEqual(places.toSorted((a, b) => a - b));
        expect(out.replace(/<i data-at="\d+"><\/i>/gu, "")).toBe(rendered(source));
      }),
      { numRuns: 500 },
    );
  });

  it("shows the words that quotes are compared with", () => {
    const words = fc.constantFrom(
      "plain",
      "*one*",
      "**two words**",
      "\\$4",
      "<https://a.example>",
      "[t](#)",
      "&",
      "3 < 4",
    );
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const source = parts.join(" ");
        expect(shown(rendered(source))).toBe(plainText(source));
      }),
    );
  });
});
