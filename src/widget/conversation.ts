import type { ReactiveController, ReactiveControllerHost } from "lit";
import { AskError, type AskClient, type Failure } from "./ask-client.ts";
import type { ConversationStore, KeptTurn } from "./conversation-store.ts";
import type { FeedbackReason } from "../domain/feedback-reasons.ts";
import type { Answer, Citation } from "./wire.ts";

/** A question and what has become of it. */
export interface Turn {
  readonly id: string;
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
  /** Whether the form for what was wrong is open, and what came of sending. */
  asksReason: boolean;
  sent: "yes" | "no" | null;
  copied: boolean | null;
}

export interface ConversationDeps {
  readonly client: AskClient;
  readonly store: ConversationStore;
  readonly newId?: () => string;
}

/** Unique within a browser; `crypto.randomUUID` is not there on pages without TLS. */
const randomId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** Turns that a service which remembers none is told of. */
const HISTORY = 6;

/** The turns of one conversation and what can be done with them. Tells its host of every change. */
export class Conversation implements ReactiveController {
  turns: readonly Turn[] = [];
  /** A conversation that could not be removed from the service; null for none. */
  notForgotten: string | null = null;
  readonly #host: ReactiveControllerHost;
  #deps: ConversationDeps | null = null;
  #conversationId: string | null = null;
  #asking: AbortController | null = null;
  #unwatch: () => void = () => undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
    this.#unwatch();
  }

  hostConnected(): void {
    this.#watch();
  }

  /** Begins with what the store has of an earlier visit. */
  connect(deps: ConversationDeps): void {
    this.stop();
    this.#deps = deps;
    this.#load();
    this.#watch();
  }

  get asking(): boolean {
    return this.#asking !== null;
  }

  /** Asks, unless an answer is on its way. Resolves when the turn is over, whatever became of it. */
  async ask(question: string): Promise<Turn | null> {
    const text = question.trim();
    if (text === "" || this.#deps === null || this.asking) return null;
    const turn = newTurn((this.#deps.newId ?? randomId)(), text);
    this.turns = [...this.turns, turn];
    this.#deps.store.add(kept(turn), this.#conversationId);
    await this.#run(turn, this.#deps);
    return turn;
  }

  /** Asks a question again that got no answer. */
  async retry(turn: Turn): Promise<Turn | null> {
    if (this.#deps === null || this.asking) return null;
    Object.assign(turn, newTurn(turn.id, turn.question));
    await this.#run(turn, this.#deps);
    return turn;
  }

  stop(): void {
    this.#asking?.abort();
  }

  /** Opens the quote of a marker below the place where it stands, or closes it. */
  toggle(turn: Turn, marker: number, at: string): void {
    const isOpen = turn.open?.marker === marker && turn.open.at === at;
    this.#change(turn, { open: isOpen ? null : { marker, at } });
  }

  /** A thumb counts at once; what was wrong may follow. Resolves to whether it was sent. */
  async vote(turn: Turn, vote: "up" | "down"): Promise<boolean> {
    this.#change(turn, { vote, asksReason: vote === "down", sent: null });
    const sent = await this.#send(turn, vote);
    if (!sent) this.#change(turn, { vote: null, asksReason: false, sent: "no" });
    else if (vote === "up") this.#change(turn, { sent: "yes" });
    this.#deps?.store.change(kept(turn), this.#conversationId);
    return sent;
  }

  /** Says what was wrong. What could not be sent stays in its form. */
  async giveReason(turn: Turn, reason: FeedbackReason | undefined, text: string): Promise<boolean> {
    const nothing = reason === undefined && text === "";
    const sent = nothing || (await this.#send(turn, "down", reason, text));
    this.#change(turn, sent ? { asksReason: false, sent: "yes" } : { sent: "no" });
    return sent;
  }

  copied(turn: Turn, done: boolean): void {
    this.#change(turn, { copied: done });
  }

  /** Forgets the conversation, here and on the service. Resolves to whether the service did. */
  async clear(): Promise<boolean> {
    this.stop();
    const id = this.#conversationId ?? this.notForgotten;
    this.turns = [];
    this.#conversationId = null;
    this.notForgotten = null;
    this.#deps?.store.clear();
    this.#host.requestUpdate();
    if (id === null) return true;
    try {
      await this.#deps?.client.forget(id);
      return true;
    } catch {
      this.notForgotten = id;
      this.#host.requestUpdate();
      return false;
    }
  }

  #watch(): void {
    this.#unwatch();
    this.#unwatch =
      this.#deps?.store.watch(() => {
        // What another tab did is seen when nothing is on its way here.
        if (!this.asking) this.#load();
      }) ?? (() => undefined);
  }

  #load(): void {
    const { conversationId, turns } = this.#deps?.store.read() ?? { conversationId: null, turns: [] };
    this.#conversationId = conversationId;
    this.turns = turns.map(({ id, question, answer, vote }) => ({
      ...newTurn(id, question),
      ...(answer === null ? { state: "stopped" as const } : toldBy(answer)),
      vote,
    }));
    this.#host.requestUpdate();
  }

  async #run(turn: Turn, { client, store }: ConversationDeps): Promise<void> {
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
    const history = this.turns.flatMap(({ answer }) => answer ?? []).slice(-HISTORY);
    const context = { conversationId: this.#conversationId, history };
    try {
      const answer = await client.ask(turn.question, context, listener, asking.signal);
      if (!this.turns.includes(turn)) return;
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
      store.change(kept(turn), this.#conversationId);
      this.#host.requestUpdate();
    }
  }

  async #send(turn: Turn, vote: "up" | "down", reason?: FeedbackReason, text?: string): Promise<boolean> {
    if (turn.answer === null || this.#deps === null) return false;
    try {
      await this.#deps.client.vote(turn.answer.id, vote, reason, text);
      return true;
    } catch {
      return false;
    }
  }

  #change(turn: Turn, change: Partial<Turn>): void {
    Object.assign(turn, change);
    this.#host.requestUpdate();
  }
}

function newTurn(id: string, question: string): Turn {
  return {
    id,
    question,
    state: "asking",
    standalone: null,
    text: "",
    citations: [],
    answer: null,
    failure: null,
    open: null,
    vote: null,
    asksReason: false,
    sent: null,
    copied: null,
  };
}

function kept({ id, question, answer, vote }: Turn): KeptTurn {
  return { id, question, answer, vote };
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
