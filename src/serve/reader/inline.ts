import { html } from "hono/html";
import { plainText } from "../../domain/plain-text.ts";
import type { Html } from "../page.ts";

/** Something to put into a text at an offset: a note's mark. */
export interface Insertion {
  /** UTF-16 offset into the text. */
  readonly at: number;
  readonly content: Html;
}

/** Escapes, bracketed addresses, links and emphasis: the inline Markdown that `plainText` takes off. */
const TOKEN =
  /\\(?<escaped>[!-/:-@[-`{-~])|<(?<address>(?:https?|mailto):[^>\s]+)>|\[(?<label>[^\]]*)\]\((?<href>[^)]*)\)|(?<mark>\*\*|\*)(?=[^\s*])(?<inner>.+?)(?<=[^\s*])\k<mark>/gu;

/**
 * Canonical text as HTML: emphasis, strong and links to http(s) only; everything else is escaped. Insertions
 * come out just after the characters before their offset, never inside a link.
 */
export function renderInline(text: string, insertions: readonly Insertion[] = []): Html {
  const waiting = insertions.toSorted((a, b) => a.at - b.at);
  const flush = (upTo: number): Html[] => {
    const due = waiting.findIndex((insertion) => insertion.at > upTo);
    return waiting.splice(0, due === -1 ? waiting.length : due).map((insertion) => insertion.content);
  };
  const plain = (from: number, to: number): (string | Html)[] => {
    const out: (string | Html)[] = [];
    let at = from;
    while (at < to) {
      out.push(...flush(at));
      const stop = Math.min(to, waiting[0]?.at ?? to);
      out.push(text.slice(at, stop));
      at = stop;
    }
    return out;
  };
  const render = (from: number, to: number): (string | Html)[] => {
    const out: (string | Html)[] = [];
    let at = from;
    for (const match of text.slice(from, to).matchAll(TOKEN)) {
      const start = from + match.index;
      const end = start + match[0].length;
      const { escaped, address, label, href = "", mark, inner } = match.groups ?? {};
      out.push(...plain(at, start), ...flush(start));
      if (escaped !== undefined) out.push(escaped);
      else if (address !== undefined) out.push(link(address, address));
      else if (label !== undefined) out.push(link(href, plainText(label)));
      else if (mark !== undefined && inner !== undefined) {
        const content = render(start + mark.length, end - mark.length);
        out.push(mark === "*" ? html`<em>${content}</em>` : html`<strong>${content}</strong>`);
      }
      out.push(...flush(end));
      at = end;
    }
    return [...out, ...plain(at, to)];
  };
  return html`${render(0, text.length)}${flush(Number.POSITIVE_INFINITY)}`;
}

/** A link when it leads to the web; a note's `[title](#)` lost its address in the conversion and is just text. */
function link(href: string, label: string): Html {
  if (!/^https?:\/\//iu.test(href)) return html`${label}`;
  return html`<a href="${href}" rel="noopener noreferrer nofollow">${label}</a>`;
}
