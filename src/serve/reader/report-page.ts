import { html, raw } from "hono/html";
import type { Corpus } from "../../domain/corpus.ts";
import type { Chapter, Passage } from "../../domain/passage.ts";
import { page, type Html } from "../page.ts";
import { groupHtml } from "./group-html.ts";
import { imprint } from "./imprint.ts";
import { renderInline } from "./inline.ts";
import { searchForm } from "./search-page.ts";
import { outline, type ChapterOutline } from "./outline.ts";
import { anchorOf, createPassageRenderer, type PassageRenderer } from "./passage-html.ts";

/** The whole report as one page: what a citation's url opens. Needs no script but to mark a quote. */
export function reportPage(corpus: Corpus): Html {
  const render = createPassageRenderer(corpus);
  const chapters = outline(corpus);
  return page({
    title: corpus.meta.title,
    language: corpus.meta.language,
    style: "report.css",
    modules: ["reader.js"],
    body: html`<header class="report">
        <h1>${corpus.meta.title}</h1>
        ${imprint(corpus.meta)}
        <nav aria-label="Pages"><a href=".">Ask the report</a></nav>
        ${searchForm("")}
      </header>
      <nav aria-labelledby="contents">
        <h2 id="contents">Contents</h2>
        <ol>
          ${chapters.map((chapter) => contentsItem(chapter, render))}
        </ol>
      </nav>
      <main>${chapters.map((chapter) => chapterHtml(chapter, render))}</main>`,
  });
}

/** An entry in the report's own words where it has a table of contents, else the chapter's title. */
function contentsItem({ index, chapter, entries }: ChapterOutline, render: PassageRenderer): Html {
  const label =
    entries.length > 0
      ? entries.map((entry) => html`<span id="${anchorOf(entry.id)}">${entryWords(entry, render)}</span> `)
      : [chapter.title];
  return html`<li><a href="#chapter-${index}">${label}</a></li> `;
}

/** An entry's words, page and by-line set back: "01. Title" "10 By Author". */
function entryWords(entry: Passage, render: PassageRenderer): Html {
  const cut = entry.text.search(/\s+\d+(?:\s+By\s.*)?$/u);
  if (cut <= 0 || entry.notes.length > 0) return render.words(entry);
  const [title, rest] = [entry.text.slice(0, cut), entry.text.slice(cut)];
  return html`${renderInline(title)}<span class="aside">${renderInline(rest)}</span>`;
}

function chapterHtml({ index, chapter, blocks }: ChapterOutline, render: PassageRenderer): Html {
  if (blocks.length === 0) return html``;
  const signed = blocks.some(({ group }) => group?.kind === "byline");
  const body = blocks.map(({ heading, group }) => {
    if (group) return groupHtml(group, render);
    // The page's title is h1 and a chapter's is h2.
    const tag = `h${Math.min(heading.level + 2, 6)}`;
    return html`${raw(`<${tag}>`)}${renderInline(heading.text)}${raw(`</${tag}>`)} `;
  });
  return html`<section class="chapter" aria-labelledby="chapter-${index}">
    <p class="place">${placeName(chapter)}</p>
    <h2 id="chapter-${index}">${renderInline(chapter.title)}</h2>
    ${signed || chapter.authors.length === 0 ? "" : html`<p class="byline">By ${chapter.authors.join(", ")}</p> `}${body}
  </section> `;
}

/** "Chapter 3, pages 38–49". */
function placeName({ number, pages }: Chapter): string {
  const parts = number === null ? [] : [`Chapter ${number}`];
  if (pages !== null) {
    parts.push(pages.to === null ? `from page ${pages.from}` : `pages ${pages.from}–${pages.to}`);
  }
  return parts.join(", ");
}
