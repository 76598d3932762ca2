import { html } from "hono/html";
import type { CorpusMeta } from "../../domain/corpus.ts";
import type { Html } from "../page.ts";

/** Who published a report and when, with a link to the original. */
export function imprint({ publisher, date, url }: CorpusMeta): Html {
  const from = [publisher, date].filter((part) => part !== null).join(", ");
  const original =
    url !== null && /^https?:\/\//iu.test(url)
      ? html`${from === "" ? "" : ". "}<a href="${url}" rel="noopener noreferrer">The original</a>`
      : "";
  return html`<p class="imprint">${from}${original}</p> `;
}
