import { html } from "hono/html";
import type { Corpus } from "../../domain/corpus.ts";
import { page, type Html } from "../page.ts";
import { imprint } from "./imprint.ts";

/**
 * The page about a report, with the widget to ask it and questions to begin with.
 * @param corpus null while the index is being loaded
 * @param address of the service, for the lines that put the widget elsewhere
 */
export function homePage(corpus: Corpus | null, address: string): Html {
  const meta = corpus?.meta;
  const title = meta?.title ?? "Ask the report";
  const authors = new Set(corpus?.chapters.flatMap((chapter) => chapter.authors));
  const chapters = (corpus?.chapters ?? []).filter(({ number }) => number !== null).length;
  return page({
    title: meta ? `Ask: ${title}` : title,
    language: "en",
    style: "report.css",
    modules: ["widget.js"],
    body: html`<header class="report home">
        <p class="kicker">Ask the report</p>
        <h1>${title}</h1>
        ${meta ? imprint(meta) : ""}
        <nav aria-label="Pages">
          <a href="report">Read the report</a>
          <a href="docs">API</a>
        </nav>
      </header>
      <main class="home">
        <p class="standfirst">
          Put a question in your own words, in English or Spanish. Each sentence of the answer has a number;
          press it to see the words of the report that it stands on, and where they are. When the report does
          not say, neither does the answer.
        </p>
        <ask-the-report
          endpoint="."
          mode="inline"
          examples="${(meta?.examples ?? []).join("\n")}"
        ></ask-the-report>
        <noscript
          ><p>Asking needs JavaScript; <a href="report">the report</a> itself does not.</p></noscript
        >
        <section class="about">
          <h2>About these answers</h2>
          ${
            corpus && chapters > 0
              ? html`<p>
                  The report has ${chapters}
                  chapters${authors.size > 0 ? ` by ${authors.size} authors` : ""}${
                    meta?.asOf ? `, and speaks as of ${meta.asOf}` : ""
                  }.
                  Answers know nothing that it does not say, and nothing that has happened since.
                </p>`
              : ""
          }
          <p>
            A computer chooses what to quote and can choose badly. The quotes are exact; whether they answer
            you is for you to judge. What you ask and what you think of the answers is kept for a while to
            make them better; “Start over” removes a conversation.
          </p>
          <h2>On your own page</h2>
          <pre tabindex="0"><code>&lt;script type="module" src="${address}/widget.js"&gt;&lt;/script&gt;
&lt;ask-the-report endpoint="${address}"&gt;&lt;/ask-the-report&gt;</code></pre>
        </section>
      </main>`,
  });
}
