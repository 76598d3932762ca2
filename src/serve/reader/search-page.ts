import { html } from "hono/html";
import type { SearchResponse } from "../../domain/contract.ts";
import type { CorpusMeta } from "../../domain/corpus.ts";
import { plainText } from "../../domain/plain-text.ts";
import { shorten } from "../../domain/shorten.ts";
import { page, type Html } from "../page.ts";

/** The box that searches a report; works without a script. */
export function searchForm(query: string): Html {
  return html`<form class="search" role="search" action="report/search" method="get">
    <label for="q">Search the report</label>
    <input id="q" name="q" type="search" value="${query}" maxlength="2000" required />
    <button>Search</button>
  </form>`;
}

/** The passages that were found for some words, each with the way to its place in the report. */
export function searchPage({ title, language }: CorpusMeta, { query, results }: SearchResponse): Html {
  return page({
    title: `Search: ${query}`,
    language,
    base: "../",
    style: "report.css",
    body: html`<header class="report">
        <p class="kicker"><a href="report">${title}</a></p>
        <h1>Search</h1>
        ${searchForm(query)}
      </header>
      <main>
        ${
          results.length === 0
            ? html`<p>Nothing was found for “${query}”.</p>`
            : html`<p class="place">Passages for “${query}”, the nearest first</p>`
        }
        <ol class="results">
          ${results.map(
            ({ passageId, text, chapter, section }) =>
              html`<li>
                <p class="place">
                  <a href="report#p-${passageId}"
                    >${chapter.number === null ? "" : `Chapter ${chapter.number}, `}${chapter.title}${
                      section === null ? "" : ` · ${section}`
                    }</a
                  >
                </p>
                <p>${shorten(plainText(text), LONGEST)}</p>
              </li> `,
          )}
        </ol>
      </main>`,
  });
}

/** Characters of a passage that are shown. */
const LONGEST = 400;
