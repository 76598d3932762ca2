import { html, nothing, type TemplateResult } from "lit";
import { plainText } from "../domain/plain-text.ts";
import { shorten } from "../domain/shorten.ts";
import type { ViewContext } from "./view-context.ts";
import type { Citation, Nearest } from "./wire.ts";

/** A quote in the report's own words, with where it stands and the way there. */
export function quoteView(citation: Citation, id: string, context: ViewContext): TemplateResult {
  const { strings } = context;
  const { quote, table, notes } = citation;
  return html`<div class="quote" id=${id} role="group" aria-label=${strings.source(citation.marker)}>
    ${table ? html`<p class="caption">${plainText(table.caption)}</p>` : nothing}
    <blockquote>${shownQuote(quote)}</blockquote>
    <div class="source">
      ${placeOf(citation, context)} ${linkTo(citation.url, context)}
      ${notes.map((note) => html`<p class="note">${strings.note(note.number)} ${plainText(note.text)}</p>`)}
    </div>
  </div>`;
}

/** The words of a passage that come near what was asked. */
export function nearestView(nearest: Nearest, context: ViewContext): TemplateResult {
  return html`<li class="quote">
    <blockquote>${shorten(plainText(nearest.quote), LONGEST)}</blockquote>
    <div class="source">${placeOf(nearest, context)} ${linkTo(nearest.url, context)}</div>
  </li>`;
}

/** "Chapter 3, Title · Section · pages 38–49". */
export function placeText(
  { chapter, section, pages }: Pick<Citation, "chapter" | "section" | "pages">,
  { strings }: Pick<ViewContext, "strings">,
): string {
  const named = chapter.number === null ? "" : `${strings.chapter(chapter.number)}, `;
  return [
    `${named}${chapter.title}`,
    ...(section === null ? [] : [section]),
    ...(pages === null ? [] : [strings.pages(pages.from, pages.to)]),
  ].join(" · ");
}

function placeOf(
  citation: Pick<Citation, "chapter" | "section" | "pages">,
  context: ViewContext,
): TemplateResult {
  return html`<p class="place">${placeText(citation, context)}</p>`;
}

function linkTo(url: string, { strings, addressOf }: ViewContext): TemplateResult {
  return html`<a class="read" href=${addressOf(url)} target="_blank" rel="noopener"
    >${strings.readInReport}<span class="unseen"> (${strings.newTab})</span></a
  >`;
}

/** As the reader sees it; cells of a table row apart. */
function shownQuote(quote: string): string {
  return quote.includes("\t") ? quote.split("\t").map(plainText).join(" | ") : plainText(quote);
}

/** Characters of a passage that are shown. */
const LONGEST = 220;
