import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { createAskClient, type AskClient } from "./ask-client.ts";
import { browserStorage, createConversationStore } from "./conversation-store.ts";
import { Conversation, type Turn } from "./conversation.ts";
import { isWebAddress, plainAnswer } from "../domain/answer-markdown.ts";
import { panelView } from "./panel-view.ts";
import { stringsFor, type Strings } from "./strings.ts";
import { STYLES } from "./styles.ts";
import { failureText } from "./turn-view.ts";
import type { ViewContext } from "./view-context.ts";

/** Milliseconds within which a second click belongs to the first. */
const DOUBLE_CLICK_MS = 500;

/**
 * `<ask-the-report>`: asks a report questions, on any page.
 *
 * - `endpoint`: the service's address; by default where this script came from
 * - `mode`: `launcher` (the default), a button that opens a panel, or `inline`
 * - `theme`: `auto` (the default), `light` or `dark`
 * - `language`: `en` or `es`; by default the page's
 * - `heading`: what stands above the conversation
 * - `examples`: questions to begin with, a line each
 *
 * Custom properties: `--ask-accent`, `--ask-on-accent`, `--ask-paper`, `--ask-ink`, `--ask-soft`, `--ask-line`, `--ask-tint`,
 * `--ask-font`, `--ask-size`, `--ask-radius`, `--ask-width`, `--ask-height`.
 */
export class AskTheReport extends LitElement {
  static override styles = STYLES;
  static override properties = {
    endpoint: { type: String },
    mode: { type: String, reflect: true },
    theme: { type: String, reflect: true },
    language: { type: String },
    heading: { type: String },
    examples: { type: String },
    opened: { state: true },
    said: { state: true },
  };
  /** Null, as the other attributes may be, when a page has taken it away. */
  declare endpoint: string | null;
  declare mode: string | null;
  declare theme: string | null;
  declare language: string | null;
  declare heading: string | null;
  declare examples: string | null;
  /** Whether the panel is open. */
  declare opened: boolean;
  /** What a screen reader is told. */
  declare said: string;

  readonly #conversation = new Conversation(this);
  /** Whether the focus was in here before an update. */
  #hadFocus = false;
  /** When the last question was asked, on the clock of events: the second of two clicks is no "Stop". */
  #askedAt = Number.NEGATIVE_INFINITY;
  /** What was typed when the panel was closed. */
  #draft = "";

  constructor() {
    super();
    this.endpoint = new URL(".", import.meta.url).href;
    this.mode = "launcher";
    this.theme = "auto";
    this.language = "";
    this.heading = "";
    this.examples = "";
    this.opened = false;
    this.said = "";
  }

  /** The service's address without its last slash; where the script came from for what is no address. */
  get #base(): string {
    const given = this.endpoint === null || this.endpoint === "" ? "." : this.endpoint;
    const own = URL.canParse(given, document.baseURI) ? given : new URL(".", import.meta.url).href;
    return new URL(own, document.baseURI).href.replace(/\/+$/u, "");
  }

  get #strings(): Strings {
    const given = this.language ?? "";
    return stringsFor(given === "" ? document.documentElement.lang : given);
  }

  get #isInline(): boolean {
    return this.mode === "inline";
  }

  get #context(): ViewContext {
    return {
      strings: this.#strings,
      conversation: this.#conversation,
      addressOf: (url) => {
        if (!isWebAddress(url)) return "#";
        return url.startsWith("/") ? `${this.#base}${url}` : url;
      },
      ask: (question) => void this.#ask(question),
      retry: (turn) => void this.#follow(this.#conversation.retry(turn)),
      say: (text) => {
        this.said = text;
      },
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    if (!changed.has("endpoint")) return;
    const client: AskClient = createAskClient(this.#base);
    this.#conversation.connect({ client, store: createConversationStore(this.#base, browserStorage()) });
  }

  protected override updated(): void {
    // Above whatever the page puts in the way: transforms, clipping, layers.
    const dock = this.renderRoot.querySelector<HTMLElement>(".dock");
    if (dock && "showPopover" in dock && !dock.matches(":popover-open")) dock.showPopover();
    // A button that was pressed may be gone by now; whoever reads on begins where one asks.
    if (this.#hadFocus && this.shadowRoot?.activeElement == null) this.#input?.focus();
  }

  protected override render(): TemplateResult {
    const announcer = html`<div class="unseen" role="status">${this.said}</div>`;
    if (this.#isInline) {
      return html`<section
          class="panel"
          lang=${this.#tag}
          aria-label=${this.#title}
          @keydown=${ownKeys}
          @keyup=${ownKeys}
        >
          ${this.#panel}
        </section>
        ${announcer}`;
    }
    return html`<div class="dock" popover="manual" lang=${this.#tag} @keydown=${ownKeys} @keyup=${ownKeys}>
        <button
          type="button"
          class="launcher"
          aria-expanded=${this.opened ? "true" : "false"}
          aria-controls="panel"
          @click=${() => void this.#toggle(!this.opened)}
        >
          ${bubbleIcon()}<span>${this.#title}</span>
        </button>
        <section
          class="panel floating"
          id="panel"
          role="dialog"
          aria-label=${this.#title}
          ?hidden=${!this.opened}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === "Escape") void this.#toggle(false);
          }}
        >
          ${this.opened ? this.#panel : nothing}
        </section>
      </div>
      ${announcer}`;
  }

  get #tag(): string {
    return this.#strings === stringsFor("es") ? "es" : "en";
  }

  get #title(): string {
    const given = this.heading ?? "";
    return given === "" ? this.#strings.title : given;
  }

  get #panel(): TemplateResult {
    const examples = (this.examples ?? "").split("\n").map((line) => line.trim());
    return panelView({
      context: this.#context,
      title: this.#title,
      examples: examples.filter((line) => line !== ""),
      onClear: () => void this.#clear(),
      onClose: this.#isInline ? null : () => void this.#toggle(false),
      onEnter: (event) => {
        event.preventDefault();
        if (!this.#conversation.asking) void this.#askTyped(event.timeStamp);
      },
      onSubmit: (event) => {
        event.preventDefault();
        if (!this.#conversation.asking) void this.#askTyped(event.timeStamp);
        else if (event.timeStamp - this.#askedAt > DOUBLE_CLICK_MS) this.#conversation.stop();
      },
    });
  }

  get #input(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea#question");
  }

  async #askTyped(at: number): Promise<void> {
    const input = this.#input;
    const question = input?.value ?? "";
    if (input) input.value = "";
    this.#askedAt = at;
    await this.#ask(question);
  }

  async #ask(question: string): Promise<void> {
    if (question.trim() === "" || this.#conversation.asking) return;
    await this.#follow(this.#conversation.ask(question));
  }

  /** Shows a question that was just asked, and tells of its answer when that has come. */
  async #follow(asked: Promise<Turn | null>): Promise<void> {
    this.said = this.#strings.searching;
    await this.updateComplete;
    const questions = this.renderRoot.querySelectorAll(".question");
    questions[questions.length - 1]?.scrollIntoView({ block: "start", behavior: "auto" });
    const turn = await asked;
    if (turn) this.said = spokenOf(turn, this.#strings);
  }

  async #toggle(open: boolean): Promise<void> {
    if (!open) this.#draft = this.#input?.value ?? "";
    this.opened = open;
    await this.updateComplete;
    const input = this.#input;
    if (input && open) input.value = this.#draft;
    if (open) input?.focus();
    else this.renderRoot.querySelector<HTMLButtonElement>(".launcher")?.focus();
  }

  async #clear(): Promise<void> {
    this.said = "";
    if (!(await this.#conversation.clear())) this.said = this.#strings.clearFailed;
  }
}

/** Keys that are typed here are nobody else's: a page's shortcuts would take them. */
function ownKeys(event: KeyboardEvent): void {
  event.stopPropagation();
}

/** What a screen reader is told when a turn is over: once, and as a whole. */
function spokenOf(turn: Turn, strings: Strings): string {
  if (turn.state === "failed" && turn.failure) return failureText(turn.failure, strings);
  if (turn.state === "stopped") return strings.stopped;
  return `${strings.assistant}: ${plainAnswer(turn.text).replace(/\[\d+\]/gu, "")}`;
}

function bubbleIcon(): TemplateResult {
  return html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path
      d="M4 4h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-9l-5 4v-4H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM7.5 9h9M7.5 12.5h6"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linejoin="round"
      stroke-linecap="round"
    />
  </svg>`;
}

// A page may load the script twice.
if (!customElements.get("ask-the-report")) customElements.define("ask-the-report", AskTheReport);
