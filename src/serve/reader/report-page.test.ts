import { describe, expect, it } from "vitest";
import { fakeCorpus } from "../fake-corpus.fixture.ts";
import { htmlText } from "../html-text.fixture.ts";
import { outline } from "./outline.ts";
import { reportPage } from "./report-page.ts";

/** One space for any run of white space, none between tags, as browsers show block elements. */
function compact(markup: string): string {
  return markup
    .replace(/\s+/gu, " ")
    .replace(/> </gu, "><")
    .replace(/ (?=<\/(p|li|blockquote|caption)>)/gu, "");
}

const corpus = fakeCorpus();
const page = compact(await htmlText(reportPage(corpus)));

describe("the outline of a report", () => {
  it("groups what one element shows, in reading order, below its headings", () => {
    const [, chapter] = outline(corpus);
    const seen = chapter?.blocks.map(({ heading, group }) =>
      heading ? heading.text : group.passages.map(({ id }) => id).join(" + "),
    );
    expect(seen).toEqual([
      "by-1",
      "stand-1",
      "epi-1",
      "Violence",
      "prose-1 + prose-2",
      "item-1 + item-2",
      "In *figures*",
      "row-1 + row-2",
      "tnote-1",
      "fig-1",
      "figs-1",
      "box-1 + box-2",
      "Endnotes",
      "note-12 + note-13",
      "bio-1",
      "pull-1",
    ]);
  });

  it("does not depend on the order passages are stored in", () => {
    expect(outline({ ...corpus, passages: corpus.passages.toReversed() })).toEqual(outline(corpus));
  });

  it("keeps paragraphs apart that line breaks keep apart, note marks or not", () => {
    const gap = (characters: number, marked: boolean) => {
      const [first, second] = corpus.passages.filter(({ kind }) => kind === "prose").slice(-2);
      if (!first || !second) throw new Error("the fake corpus has lost its prose");
      const end = first.segments.at(-1)?.end ?? 0;
      const notes = marked ? [{ at: first.text.length, number: 12, passageId: "note-12" }] : [];
      const passages = [
        { ...first, notes },
        { ...second, segments: [{ start: end + characters, end: end + characters + 5 }] },
      ];
      return outline({ ...corpus, headings: [], passages })[1]?.blocks.length;
    };
    expect(gap(1, false)).toBe(1);
    expect(gap(2, false)).toBe(2);
    expect(gap(3, true)).toBe(1);
    expect(gap(4, true)).toBe(2);
  });
});

describe("the reader", () => {
  it("has an anchor for every passage, each once", () => {
    const anchors = [...page.matchAll(/ id="p-([^"]+)"/gu)].map((match) => match[1]);
    expect(anchors.toSorted()).toEqual(corpus.passages.map(({ id }) => id).toSorted());
  });

  it("links nowhere inside the page where there is nothing", () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1]));
    const targets = [...page.matchAll(/href="#([^"]+)"/gu)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  it("escapes what the report says", () => {
    expect(page).toContain("<h1>A Report on &lt;Two&gt; Neighbours</h1>");
    expect(page).toContain("&lt;b&gt;title&lt;/b&gt;");
    expect(page).not.toContain("<b>");
  });

  it("has no script but the one that marks quotes, and no inline style", () => {
    expect(page.replace('<script type="module" src="reader.js"></script>', "")).not.toMatch(
      /<script|<style| style=| on[a-z]+=/u,
    );
  });

  it("shows chapters, sections, lists and tables as what they are", () => {
    expect(page).toContain('<h2 id="chapter-1">Putting Security First</h2>');
    expect(page).toContain("<h3>Violence</h3>");
    expect(page).toContain("<h4>In <em>figures</em></h4>");
    expect(page).toContain('<li id="p-item-1">Reform the <em>police</em></li>');
    expect(page).toMatch(/<caption> ?Table 1. Doctors &amp; nurses<\/caption>/u);
    expect(page).toContain('<tr id="p-row-1"><th scope="row">Doctors</th><td>2.4</td><td>3.5</td></tr>');
    expect(page).toContain('<p class="box-title">Box 1: What to do</p><ul class="labelled">');
  });

  it("shows the authors where a chapter has no by-line of its own", () => {
    expect(page).toContain('<p class="byline">By D. Wood, A. Rudman</p>');
    expect(page).not.toContain("By G. Santamaría</p>");
  });

  it("links a note's mark and the note both ways, the number not in the text", () => {
    expect(page).toMatch(
      /homicides,\*<a class="note" id="r-note-12" href="#p-note-12"[^>]*data-n="12" ?><\/a> which/u,
    );
    expect(page).toMatch(/<li id="p-note-12" data-n="12">.*<a class="back" href="#r-note-12"/u);
    expect(page).toContain('<li id="p-note-13" data-n="13">');
    expect(page).not.toContain('href="#r-note-13"');
  });

  it("titles a box once, by its caption or by its lead-in", async () => {
    const captioned = corpus.passages.map((passage) =>
      passage.id === "fig-1" ? { ...passage, text: "Box 1: What to do" } : passage,
    );
    const text = await htmlText(reportPage({ ...corpus, passages: captioned }));
    expect(text.split("Box 1: What to do")).toHaveLength(2);
    expect(page.split("Box 1: What to do")).toHaveLength(2);
  });

  it("sets page and by-line of a contents entry back without changing its words", () => {
    const entry = /<span id="p-entry-1">(.*?)<\/a>/u.exec(page)?.[1] ?? "";
    expect(entry).toContain('<span class="aside">');
    expect(entry.replace(/<[^>]*>/gu, "").trim()).toBe("01. Putting Security First 10 By G. Santamaría");
  });

  it("shows a corpus without headings, contents or pages", async () => {
    const plain = await htmlText(
      reportPage({
        ...corpus,
        meta: { ...corpus.meta, publisher: null, date: null, url: null },
        headings: [],
        chapters: [{ number: null, title: "notes.md", authors: [], pages: null }],
        passages: corpus.passages.slice(2, 3),
      }),
    );
    expect(plain).toContain('<a href="#chapter-0">notes.md</a>');
    expect(plain).not.toContain("null");
  });
});
