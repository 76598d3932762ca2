import { html, nothing, type TemplateResult } from "lit";
import { wordKey } from "../domain/words.ts";
import type { Failure } from "./ask-client.ts";
import { answerView } from "./answer-view.ts";
import type { Turn } from "./conversation.ts";
import { copyText } from "./copy-text.ts";
import { feedbackView } from "./feedback-view.ts";
import { nearestView } from "./quote-view.ts";
import type { Strings } from "./strings.ts";
import type { ViewContext } from "./view-context.ts";

/** One question with its answer, and what can be done with it. */
export function turnView(turn: Turn, isLast: boolean, context: ViewContext): TemplateResult {
  const { strings } = context;
  const leaned = turn.standalone !== null && wordKey(turn.standalone) !== wordKey(turn.question);
  return html`<li class="turn">
    <h3 class="question" tabindex="-1"><span class="unseen">${strings.you}: </span>${turn.question}</h3>
    ${leaned ? html`<p class="looked-for">${strings.lookedFor} <q>${turn.standalone}</q></p>` : nothing}
    <div class="answer" aria-busy=${turn.state === "asking" ? "true" : "false"}>
      ${turn.text === "" && turn.state === "asking" ? waitingView(strings) : answerView(turn, context)}
    </div>
    ${turn.state === "stopped" || turn.state === "failed" ? problemView(turn, context) : nothing}
    ${turn.answer === null ? nothing : afterAnswer(turn, turn.answer, isLast, context)}
  </li>`;
}

function waitingView(strings: Strings): TemplateResult {
  return html`<p class="waiting"><span class="dots" aria-hidden="true"></span>${strings.searching}</p>`;
}

function problemView(turn: Turn, { strings, conversation, retry }: ViewContext): TemplateResult {
  const failed = turn.state === "failed" && turn.failure !== null;
  return html`<div class="problem ${failed ? "failed" : ""}">
    <p>${failed && turn.failure ? failureText(turn.failure, strings) : strings.stopped}</p>
    <button
      type="button"
      ?disabled=${conversation.asking}
      @click=${() => {
        retry(turn);
      }}
    >
      ${strings.retry}
    </button>
  </div>`;
}

/** What to say of a failure. */
export function failureText(failure: Failure, strings: Strings): string {
  switch (failure.kind) {
    case "offline":
      return strings.offline;
    case "busy":
      return strings.busy(failure.seconds);
    case "loading":
      return strings.loading;
    case "refused":
      return failure.detail;
    case "server":
      return strings.server;
  }
}

function afterAnswer(
  turn: Turn,
  answer: NonNullable<Turn["answer"]>,
  isLast: boolean,
  context: ViewContext,
): TemplateResult {
  const { strings, conversation, ask } = context;
  return html`
    ${answer.notices.includes("fallback_extractive") ? html`<p class="notice">${strings.fellBack}</p>` : nothing}
    ${
      answer.nearest.length > 0
        ? html`<h4>${strings.nearest}</h4>
            <ul class="nearest">
              ${answer.nearest.map((nearest) => nearestView(nearest, context))}
            </ul>`
        : nothing
    }
    <div class="actions">
      <button type="button" class="quiet" @click=${() => void copy(turn, context)}>${strings.copy}</button>
      ${turn.copied === null ? nothing : html`<span>${turn.copied ? strings.copied : strings.copyFailed}</span>`}
      ${answer.conversationId === null ? nothing : feedbackView(turn, context)}
    </div>
    ${
      isLast && answer.suggestions.length > 0
        ? html`<h4>${strings.suggestions}</h4>
            <ul class="suggestions">
              ${answer.suggestions.map(
                (suggestion) =>
                  html`<li>
                    <button
                      type="button"
                      ?disabled=${conversation.asking}
                      @click=${() => {
                        ask(suggestion);
                      }}
                    >
                      ${suggestion}
                    </button>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
  `;
}

async function copy(turn: Turn, context: ViewContext): Promise<void> {
  // Without TLS a page has no clipboard, whatever its types say.
  const done = await Promise.resolve()
    .then(() => navigator.clipboard.writeText(copyText(turn, context)))
    .then(
      () => true,
      () => false,
    );
  context.conversation.copied(turn, done);
  context.say(done ? context.strings.copied : context.strings.copyFailed);
}
