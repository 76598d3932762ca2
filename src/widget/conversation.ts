import type { ReactiveController, ReactiveControllerHost } from "lit";
import { AskError, type AskClient, type Failure } from "./ask-client.ts";
import type { ConversationStore, KeptTurn } from "./conversation-store.ts";
import type { Answer, Citation, Reason } from "./wire.ts";

/** A question and what has become of it. */
export interface Turn {
  /** Names the turn within the page. */
  readonly key: number;
  readonly question: string;
  state: "asking" | "answered" | "stopped" | "failed";
  /** What was looked for; null until it is known. */
  standalone: string | null;
  /** Markdown, as far as it has come. */
  text: string;
  citations: readonly Citation[];
  /** The whole answer, when it has come. */
  answer: Answer | null;
  failure: Failure | null;
  /** The marker whose quote is open, with the place in the answer that it was opened at. */
  open: { readonly marker: number; readonly at: string } | null;
  vote: "up" | "down" | null;
  voting: "reason" | "sent" | "failed" | null;
  copied: boolean | null;
}

export interface ConversationDeps {
  readonly client: AskClient;
  readonly store: ConversationStore;
}

/** The turns of one conversation and what can be done with them. Tells its host of every change. */
export class Conversation implements ReactiveController {
  turns: readonly Turn[] = [];
  /** Whether a conversation could not be removed from the service. */
  clearFailed = false;
  readonly #host: ReactiveControllerHost;
  #deps: ConversationDeps | null = null;
  #conversationId: string | null = null;
  #asking: AbortController | null = null;
  #nextKey = 1;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Begins with what the store has of an earlier visit. */
  connect(deps: ConversationDeps): void {
    this.stop();
    this.#deps = deps;
    const { conversationId, turns } = deps.store.read();
    this.#conversationId = conversationId;
    this.turns = turns.map(({ question, answer, vote }) => ({
      ...this.#newTurn(question),
      ...toldBy(answer),
      vote,
    }));
    this.#host.requestUpdate();
  }

  get asking(): boolean {
    return this.#asking !== null;
  }

  /** Asks, unless an answer is on its way. Resolves when the turn is over, whatever became of it. */
  async ask(question: string): Promise<Turn | null> {
    const text = question.trim();
    if (text === "" || this.#deps === null || this.asking) return null;
    const turn = this.#newTurn(text);
    this.turns = [...this.turns, turn];
    await this.#run(turn, this.#deps);
    return turn;
  }

  /** Asks a question again that got no answer. */
  async retry(turn: Turn): Promise<void> {
    if (this.#deps === null || this.asking) return;
    Object.assign(turn, { ...this.#newTurn(turn.question), key: turn.key });
    await this.#run(turn, this.#deps);
  }

  stop(): void {
    this.#asking?.abort();
  }

  /** Opens the quote of a marker below the place where it stands, or closes it. */
  toggle(turn: Turn, marker: number, at: string): void {
    const isOpen = turn.open?.marker === marker && turn.open.at === at;
    this.#change(turn, { open: isOpen ? null : { marker, at } });
  }

  async vote(turn: Turn, vote: "up" | "down"): Promise<void> {
    this.#change(turn, { vote, voting: vote === "down" ? "reason" : null });
    if (vote === "up") await this.#send(turn, vote);
    this.#keep();
  }

  async giveReason(turn: Turn, reason: Reason | undefined, text: string): Promise<void> {
    await this.#send(turn, "down", reason, text);
  }

  copied(turn: Turn, done: boolean): void {
    this.#change(turn, { copied: done });
  }

  /** Forgets the conversation, here and on the service. */
  async clear(): Promise<void> {
    this.stop();
    const id = this.#conversationId;
    this.turns = [];
    this.#conversationId = null;
    this.clearFailed = false;
    this.#deps?.store.clear();
    this.#host.requestUpdate();
    if (id === null) return;
    try {
      await this.#deps?.client.forget(id);
    } catch {
      this.clearFailed = true;
      this.#host.requestUpdate();
    }
  }

  async #run(turn: Turn, { client }: ConversationDeps): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    this.#host.requestUpdate();
    const listener = {
      onMeta: (standalone: string) => {
        this.#change(turn, { standalone });
      },
      onDelta: (text: string) => {
        this.#change(turn, { text: turn.text + text });
      },
      onCitation: (citation: Citation) => {
        this.#change(turn, { citations: [...turn.citations, citation] });
      },
    };
    try {
      const answer = await client.ask(turn.question, this.#conversationId, listener, asking.signal);
      this.#conversationId = answer.conversationId;
      this.#change(turn, toldBy(answer));
    } catch (error) {
      if (asking.signal.aborted) this.#change(turn, { state: "stopped" });
      else {
        const failure: Failure = error instanceof AskError ? error.failure : { kind: "server" };
        this.#change(turn, { state: "failed", failure });
      }
    } finally {
      if (this.#asking === asking) this.#asking = null;
      this.#keep();
      this.#host.requestUpdate();
    }
  }

  async #send(turn: Turn, vote: "up" | "down", reason?: Reason, text?: string): Promise<void> {
    if (turn.answer === null || this.#deps === null) return;
    try {
      await this.#deps.client.vote(turn.answer.id, vote, reason, text);
      this.#change(turn, { voting: "sent" });
    } catch {
      this.#change(turn, { voting: "failed", vote: null });
    }
  }

  #newTurn(question: string): Turn {
    return {
      key: this.#nextKey++,
      question,
      state: "asking",
      standalone: null,
      text: "",
      citations: [],
      answer: null,
      failure: null,
      open: null,
      vote: null,
      voting: null,
      copied: null,
    };
  }

  #change(turn: Turn, change: Partial<Turn>): void {
    Object.assign(turn, change);
    this.#host.requestUpdate();
  }

  #keep(): void {
    const whole = this.turns.flatMap(({ question, answer, vote }): KeptTurn[] =>
      answer === null ? [] : [{ question, answer, vote }],
    );
    this.#deps?.store.write({ conversationId: this.#conversationId, turns: whole });
  }
}

/** What a turn is when its answer is whole. */
function toldBy(answer: Answer): Partial<Turn> {
  return {
    state: "answered",
    answer,
    standalone: answer.standaloneQuestion,
    text: answer.answer,
    citations: answer.citations,
  };
}
