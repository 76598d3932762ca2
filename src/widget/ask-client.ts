import { EventSourceParserStream } from "eventsource-parser/stream";
import type { FeedbackReason } from "../domain/feedback-reasons.ts";
import { parseJson } from "../domain/parse-json.ts";
import {
  answerSchema,
  citationSchema,
  deltaSchema,
  metaSchema,
  problemSchema,
  type Answer,
  type Citation,
} from "./wire.ts";

/** Why a question got no answer. */
export type Failure =
  | { readonly kind: "offline" }
  | { readonly kind: "busy"; readonly seconds: number }
  | { readonly kind: "loading" }
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "server" };

export class AskError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
    this.name = "AskError";
  }
}

/** Told while an answer comes in. */
export interface AnswerListener {
  readonly onMeta: (standaloneQuestion: string) => void;
  readonly onDelta: (text: string) => void;
  readonly onCitation: (citation: Citation) => void;
}

/** What was said before: a conversation that the service remembers, or else the turns themselves. */
export interface AskContext {
  readonly conversationId: string | null;
  readonly history: readonly Answer[];
}

export interface AskClient {
  /** @throws AskError; the signal's reason when it is aborted */
  ask(question: string, context: AskContext, listener: AnswerListener, signal: AbortSignal): Promise<Answer>;
  vote(answerId: string, vote: "up" | "down", reason?: FeedbackReason, text?: string): Promise<void>;
  forget(conversationId: string): Promise<void>;
}

interface PostInit {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const RETRY_SECONDS = 5;

/** Speaks to a service at `endpoint`, without its last slash, and to nothing else. */
export function createAskClient(endpoint: string, fetcher: typeof fetch = fetch): AskClient {
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    let response: Response;
    try {
      response = await fetcher(`${endpoint}${path}`, { ...init, credentials: "omit" });
    } catch {
      init.signal?.throwIfAborted();
      throw new AskError({ kind: "offline" });
    }
    if (!response.ok) throw new AskError(await failureOf(response));
    return response;
  };
  const post = (path: string, body: unknown, { headers = {}, ...init }: PostInit = {}): Promise<Response> =>
    send(path, {
      ...init,
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });

  return {
    ask: async (question, { conversationId, history }, listener, signal) => {
      const headers = { accept: "text/event-stream" };
      const response = await post(
        "/ask",
        {
          question,
          ...(conversationId === null ? { history: history.flatMap(asHistory) } : { conversationId }),
        },
        { headers, signal },
      );
      if (response.body === null) throw new AskError({ kind: "server" });
      try {
        return await readAnswer(response.body, listener);
      } catch (error) {
        signal.throwIfAborted();
        throw error instanceof AskError ? error : new AskError({ kind: "offline" });
      }
    },
    vote: async (answerId, vote, reason, text) => {
      await post("/feedback", { answerId, vote, ...(reason ? { reason } : {}), ...(text ? { text } : {}) });
    },
    forget: async (conversationId) => {
      await send(`/conversations/${encodeURIComponent(conversationId)}`, { method: "DELETE" });
    },
  };
}

/** Turns that are sent along to a service that remembers none. */
function asHistory({ standaloneQuestion, answer, citations }: Answer): object[] {
  return [
    { role: "user", content: standaloneQuestion },
    { role: "assistant", content: answer, citations: citations.map(({ passageId }) => passageId) },
  ];
}

async function readAnswer(body: NonNullable<Response["body"]>, listener: AnswerListener): Promise<Answer> {
  const reader = body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const { event, data } = next.value;
    const value = parseJson(data);
    switch (event) {
      case "meta":
        listener.onMeta(metaSchema.parse(value).standaloneQuestion);
        break;
      case "delta":
        listener.onDelta(deltaSchema.parse(value).text);
        break;
      case "citation":
        listener.onCitation(citationSchema.parse(value));
        break;
      case "error":
        throw new AskError({ kind: "server" });
      case "done":
        return answerSchema.parse(value);
    }
  }
  // The stream ended before the answer did.
  throw new AskError({ kind: "offline" });
}

async function failureOf(response: Response): Promise<Failure> {
  const problem = problemSchema.safeParse(parseJson(await response.text().catch(() => "")));
  const seconds = Number(response.headers.get("retry-after") ?? RETRY_SECONDS);
  if (response.status === 429)
    return { kind: "busy", seconds: Number.isFinite(seconds) ? seconds : RETRY_SECONDS };
  if (problem.data?.code === "index_not_ready") return { kind: "loading" };
  return response.status < 500 && problem.success
    ? { kind: "refused", detail: problem.data.detail }
    : { kind: "server" };
}
