import { html } from "hono/html";
import type { Passage } from "../../domain/passage.ts";
import type { Html } from "../page.ts";
import { renderInline } from "./inline.ts";
import type { Group } from "./outline.ts";
import { anchorOf, type PassageRenderer } from "./passage-html.ts";

/** The element that shows a group of passages; every passage has its anchor. */
export function groupHtml({ kind, passages }: Group, render: PassageRenderer): Html {
  switch (kind) {
    case "prose":
      return paragraph(passages, render);
    case "list-item":
      return list(passages, render);
    case "box-item":
      return box(passages, render);
    case "table-row":
      return table(passages, render);
    case "endnote":
      return endnotes(passages, render);
    case "figure-caption":
      return html`${passages.map(
        (passage) =>
          html`<figure id="${anchorOf(passage.id)}">
            <figcaption>${render.words(passage)}</figcaption>
          </figure> `,
      )}`;
    case "pull-quote":
    case "epigraph":
      return html`${passages.map(
        (passage) =>
          html`<blockquote class="${kind}" id="${anchorOf(passage.id)}">
            ${render.paragraphs(passage)}
          </blockquote> `,
      )}`;
    default:
      return html`${passages.map(
        (passage) => html`<p class="${kind}" id="${anchorOf(passage.id)}">${render.words(passage)}</p> `,
      )}`;
  }
}

function paragraph(passages: readonly Passage[], render: PassageRenderer): Html {
  const [only, ...more] = passages;
  if (only === undefined) return html``;
  if (more.length > 0) {
    const parts = passages.map((p) => html`<span id="${anchorOf(p.id)}">${render.words(p)}</span> `);
    return html`<p>${parts}</p> `;
  }
  return only.text.includes("\n\n")
    ? html`<div id="${anchorOf(only.id)}">${render.paragraphs(only)}</div> `
    : html`<p id="${anchorOf(only.id)}">${render.words(only)}</p> `;
}

/** Items that bring their own label, "(a)", "1.", "**IV.", need no bullet. */
const LABEL = /^\*{0,2}\(?[\dA-Za-z]{1,4}[.)]\*{0,2}\s/u;

function list(passages: readonly Passage[], render: PassageRenderer): Html {
  const labelled = passages.every((passage) => LABEL.test(passage.text));
  return html`<ul${labelled ? html` class="labelled"` : ""}>
${passages.map((passage) => html`<li id="${anchorOf(passage.id)}">${render.paragraphs(passage)}</li> `)}</ul>
`;
}

function table(passages: readonly Passage[], render: PassageRenderer): Html {
  const first = passages[0]?.table;
  const row = (passage: Passage): Html => {
    const [label = "", ...cells] = passage.table?.cells ?? [];
    return html`<tr id="${anchorOf(passage.id)}">
      <th scope="row">${renderInline(label)}${render.marks(passage)}</th>
      ${cells.map((cell) => html`<td>${renderInline(cell)}</td>`)}
    </tr> `;
  };
  const header = (first?.header ?? []).map((cell) =>
    cell === "" ? html`<td></td>` : html`<th scope="col">${renderInline(cell)}</th>`,
  );
  return html`<div class="table" tabindex="0">
    <table>
      <caption>
        ${renderInline(first?.caption ?? "")}
      </caption>
      <thead>
        <tr>
          ${header}
        </tr>
      </thead>
      <tbody>
        ${passages.map(row)}
      </tbody>
    </table>
  </div> `;
}

/** A box, titled by its lead-in unless that stands above it as a caption. */
function box(passages: readonly Passage[], render: PassageRenderer): Html {
  const title = passages[0]?.list?.leadIn ?? "";
  const heading =
    title === "" || render.isCaption(title) ? "" : html`<p class="box-title">${renderInline(title)}</p>`;
  return html`<aside class="box">${heading}${list(passages, render)}</aside> `;
}

/** Notes with their numbers, drawn by the style sheet like their marks; one that no text refers to follows the one before. */
function endnotes(passages: readonly Passage[], render: PassageRenderer): Html {
  let before = 0;
  return html`<ol class="endnotes">
    ${passages.map((passage) => {
      const reference = render.firstReference(passage.id);
      before = reference?.number ?? before + 1;
      const back = reference
        ? html`<a class="back" href="#${reference.id}" role="doc-backlink" aria-label="Back to the text"></a>`
        : "";
      return html`<li id="${anchorOf(passage.id)}" data-n="${before}">
        ${render.paragraphs(passage)}${back}
      </li> `;
    })}
  </ol> `;
}
