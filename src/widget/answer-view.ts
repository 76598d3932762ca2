import { html, nothing, type TemplateResult } from "lit";
import type { Turn } from "./conversation.ts";
import { quoteView } from "./quote-view.ts";
import { readMarkdown, type Block, type Inline } from "../domain/answer-markdown.ts";
import type { ViewContext } from "./view-context.ts";

/** The answer as far as it has come: its blocks, each with the quote that was opened in it. */
export function answerView(turn: Turn, context: ViewContext): TemplateResult {
  const blocks = readMarkdown(turn.text);
  // What is nearest has cards of its own below an abstention.
  const shown = turn.answer?.abstained === true ? blocks.slice(0, 1) : blocks;
  return html`${shown.map((block, i) => blockView(block, `${i}`, turn, context))}`;
}

function blockView(block: Block, at: string, turn: Turn, context: ViewContext): TemplateResult {
  if (block.kind === "paragraph") {
    return html`<p>${inlinesView(block.inlines, at, turn, context)}</p>
      ${openQuote(block.inlines, at, turn, context)}`;
  }
  return html`<ul>
    ${block.items.map(
      (item, i) =>
        html`<li>
          ${inlinesView(item, `${at}.${i}`, turn, context)}${openQuote(item, `${at}.${i}`, turn, context)}
        </li>`,
    )}
  </ul>`;
}

function inlinesView(inlines: readonly Inline[], at: string, turn: Turn, context: ViewContext): unknown {
  return inlines.map((part) => {
    switch (part.kind) {
      case "text":
        return part.text;
      case "link":
        return html`<a href=${context.addressOf(part.href)} target="_blank" rel="noopener">${part.text}</a>`;
      case "marker":
        return markerView(part.marker, at, turn, context);
    }
  });
}

function markerView(marker: number, at: string, turn: Turn, { strings, conversation }: ViewContext): unknown {
  if (!turn.citations.some((citation) => citation.marker === marker)) return `[${marker}]`;
  const isOpen = turn.open?.marker === marker && turn.open.at === at;
  return html`<button
    type="button"
    class="marker"
    aria-expanded=${isOpen ? "true" : "false"}
    aria-controls=${isOpen ? quoteId(turn) : nothing}
    aria-label=${strings.source(marker)}
    @click=${() => {
      conversation.toggle(turn, marker, at);
    }}
  >
    ${marker}
  </button>`;
}

function openQuote(inlines: readonly Inline[], at: string, turn: Turn, context: ViewContext): unknown {
  const { open } = turn;
  if (open?.at !== at) return nothing;
  const citation = turn.citations.find(({ marker }) => marker === open.marker);
  const here = inlines.some((part) => part.kind === "marker" && part.marker === open.marker);
  return citation && here ? quoteView(citation, quoteId(turn), context) : nothing;
}

function quoteId(turn: Turn): string {
  return `quote-${turn.id}`;
}
