import { html, nothing, type TemplateResult } from "lit";
import { turnView } from "./turn-view.ts";
import type { ViewContext } from "./view-context.ts";

/** Characters of a question that the service takes. */
const QUESTION_CHARACTERS = 2_000;

/** What a panel shows beside its conversation, and what its buttons and its field do. */
export interface PanelView {
  readonly context: ViewContext;
  readonly title: string;
  /** Questions to begin with. */
  readonly examples: readonly string[];
  readonly onClear: () => void;
  /** Null for a panel that is always open. */
  readonly onClose: (() => void) | null;
  /** Enter in the field. */
  readonly onEnter: (event: KeyboardEvent) => void;
  readonly onSubmit: (event: SubmitEvent) => void;
}

/** The inside of a panel: heading, conversation and form. */
export function panelView(view: PanelView): TemplateResult {
  const { context, onClear } = view;
  const { strings, conversation } = context;
  const { turns, notForgotten } = conversation;
  return html`${header(view)}
    <div class="log" tabindex="-1">
      ${
        notForgotten === null
          ? nothing
          : html`<div class="problem">
              <p>${strings.clearFailed}</p>
              <button type="button" @click=${onClear}>${strings.retry}</button>
            </div>`
      }
      ${turns.length === 0 ? welcome(view) : nothing}
      <ol class="turns">
        ${turns.map((turn, i) => turnView(turn, i === turns.length - 1, context))}
      </ol>
    </div>
    ${form(view)}`;
}

function header({ context: { strings, conversation }, title, onClear, onClose }: PanelView): TemplateResult {
  return html`<header>
    <h2>${title}</h2>
    ${
      conversation.turns.length === 0
        ? nothing
        : html`<button type="button" class="quiet" @click=${onClear}>${strings.clear}</button>`
    }
    ${
      onClose === null
        ? nothing
        : html`<button
            type="button"
            class="quiet close"
            aria-label=${strings.close}
            title=${strings.close}
            @click=${onClose}
          >
            ✕
          </button>`
    }
  </header>`;
}

function welcome({ context: { strings, ask }, examples }: PanelView): TemplateResult {
  const example = (question: string): TemplateResult =>
    html`<li>
      <button
        type="button"
        @click=${() => {
          ask(question);
        }}
      >
        ${question}
      </button>
    </li>`;
  return html`<p class="greeting">${strings.greeting}</p>
    ${
      examples.length === 0
        ? nothing
        : html`<h3>${strings.examples}</h3>
            <ul class="suggestions">
              ${examples.map(example)}
            </ul>`
    }`;
}

function form({ context: { strings, conversation }, onEnter, onSubmit }: PanelView): TemplateResult {
  return html`<form class="ask" @submit=${onSubmit}>
    <label class="unseen" for="question">${strings.label}</label>
    <textarea
      id="question"
      rows="1"
      maxlength=${QUESTION_CHARACTERS}
      placeholder=${strings.placeholder}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) onEnter(event);
      }}
    ></textarea>
    <button type="submit" class="primary">${conversation.asking ? strings.stop : strings.send}</button>
    <p class="disclaimer">${strings.disclaimer}</p>
  </form>`;
}
