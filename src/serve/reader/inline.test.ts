import fc from "fast-check";
import { html } from "hono/html";
import { describe, expect, it } from "vitest";
import { plainText } from "../../domain/plain-text.ts";
import { htmlText } from "../html-text.fixture.ts";
import { renderInline } from "./inline.ts";

const rendered = (text: string): Promise<string> => htmlText(renderInline(text));
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
  ])("shows %j", async (text, expected) => {
    expect(await rendered(text)).toBe(expected);
  });

  it("links to the web only", async () => {
    expect(await rendered("<https://a.example/?b=1&c=2>.")).toBe(
      '<a href="https://a.example/?b=1&amp;c=2" rel="noopener noreferrer nofollow">https://a.example/?b=1&amp;c=2</a>.',
    );
    expect(await rendered("[*a* b](http://a.example)")).toContain('href="http://a.example"');
    expect(await rendered("[*a* b](http://a.example)")).toContain(">a b</a>");
    expect(await rendered("[x](javascript:alert(1))")).not.toContain("<a");
    expect(await rendered("<javascript:alert(1)>")).not.toContain("<a");
    expect(await rendered('[x](https://a.example/"onmouseover="alert(1))')).toContain(
      "&quot;onmouseover=&quot;",
    );
  });

  it("puts insertions where they belong: in plain text, in emphasis, never in a link", async () => {
    const at = (text: string, ...places: number[]): Promise<string> =>
      htmlText(
        renderInline(
          text,
          places.map((place) => ({ at: place, content: mark })),
        ),
      );
    expect(await at("abc", 0, 2, 3)).toBe("<i></i>ab<i></i>c<i></i>");
    expect(await at("*abc* d", 3)).toBe("<em>ab<i></i>c</em> d");
    expect(await at("*abc* d", 5)).toBe("<em>abc</em><i></i> d");
    expect(await at("[abc](http://a.example) d", 3)).toMatch(/^<a[^>]*>abc<\/a><i><\/i> d$/u);
    expect(await at("abc", 99)).toBe("abc<i></i>");
  });

  const text = fc.stringMatching(/^[a-c*\\[\]()<>&"' \n:/.$]{0,40}$/u);

  it("lets no markup of a text through", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.string()), async (source) => {
        const tags = (await rendered(source)).match(/<[^>]*>/gu) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(/^<\/?(em|strong|a)>$|^<a href="https?:\/\/[^"]*" rel="[a-z ]+">$/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("puts in every insertion exactly once, in order", async () => {
    const place = fc.nat(45);
    await fc.assert(
      fc.asyncProperty(text, fc.array(place), async (source, places) => {
        const out = await htmlText(
          renderInline(
            source,
            places.map((at) => ({ at, content: html`<i data-at="${at}"></i>` })),
          ),
        );
        const found = [...out.matchAll(/data-at="(\d+)"/gu)].map((match) => Number(match[1]));
        expect(found).toEqual(places.toSorted((a, b) => a - b));
        expect(out.replace(/<i data-at="\d+"><\/i>/gu, "")).toBe(await rendered(source));
      }),
      { numRuns: 500 },
    );
  });

  it("shows the words that quotes are compared with", async () => {
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
    await fc.assert(
      fc.asyncProperty(fc.array(words), async (parts) => {
        const source = parts.join(" ");
        expect(shown(await rendered(source))).toBe(plainText(source));
      }),
    );
  });
});
