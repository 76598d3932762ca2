import { html, nothing, type TemplateResult } from "lit";
import type { Turn } from "./conversation.ts";
import type { ViewContext } from "./view-context.ts";
import { FEEDBACK_REASONS } from "../domain/feedback-reasons.ts";

/** Thumbs; below a thumb down what was wrong. */
export function feedbackView(turn: Turn, context: ViewContext): TemplateResult {
  const { strings, conversation } = context;
  const thumb = (vote: "up" | "down", label: string): TemplateResult =>
    html`<button
      type="button"
      class="quiet thumb"
      aria-label=${label}
      title=${label}
      aria-pressed=${turn.vote === vote ? "true" : "false"}
      @click=${() => void tell(conversation.vote(turn, vote), context, vote === "up")}
    >
      ${thumbIcon(vote)}
    </button>`;
  return html`<span class="thumbs"
      >${thumb("up", strings.helpful)}${thumb("down", strings.unhelpful)}
      ${turn.sent === "yes" ? html`<span>${strings.thanks}</span>` : nothing}
      ${turn.sent === "no" ? html`<span class="failed">${strings.voteFailed}</span>` : nothing}</span
    >
    ${turn.asksReason ? reasonForm(turn, context) : nothing}`;
}

function reasonForm(turn: Turn, context: ViewContext): TemplateResult {
  const { strings, conversation } = context;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const given = new FormData(event.target);
    const text = given.get("text");
    const reason = FEEDBACK_REASONS.find((one) => one === given.get("reason"));
    const said = typeof text === "string" ? text.trim() : "";
    void tell(conversation.giveReason(turn, reason, said), context, true);
  };
  return html`<form class="reason" @submit=${send}>
    <fieldset>
      <legend>${strings.why}</legend>
      ${FEEDBACK_REASONS.map(
        (reason) =>
          html`<label
            ><input type="radio" name="reason" value=${reason} /> ${strings.reasons[reason]}</label
          >`,
      )}
    </fieldset>
    <label class="comment"
      >${strings.comment}<textarea name="text" rows="2" maxlength="2000"></textarea>
    </label>
    <div class="row">
      <button type="submit" class="primary">${strings.sendFeedback}</button>
      <button
        type="button"
        class="quiet"
        @click=${() => void tell(conversation.giveReason(turn, undefined, ""), context, true)}
      >
        ${strings.skip}
      </button>
    </div>
  </form>`;
}

/** Tells a screen reader what came of sending. */
async function tell(
  sending: Promise<boolean>,
  { say, strings }: ViewContext,
  isLast: boolean,
): Promise<void> {
  const sent = await sending;
  if (!sent) say(strings.voteFailed);
  else if (isLast) say(strings.thanks);
}

function thumbIcon(vote: "up" | "down"): TemplateResult {
  return html`<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" class=${vote}>
    <path
      d="M7 21H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h3m0 11V10m0 11h10.2a2 2 0 0 0 2-1.6l1.6-7.5A2 2 0 0 0 18.8 9.5H14l.8-4.6A2 2 0 0 0 12.9 2.5L7 10"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linejoin="round"
    />
  </svg>`;
}
