import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
} from "cockatiel";
import { AppError } from "../../domain/errors.ts";
import { modelError } from "./model-error.ts";

/** [role, text], as LangChain takes them. */
export type Messages = readonly (readonly ["system" | "human", string])[];

/** Calls of a chat model that may fail. */
export interface ModelCalls {
  /** @throws AppError `model_unavailable`; the signal's reason when it is aborted. */
  reply(messages: Messages, signal: AbortSignal): Promise<string>;
  /**
   * Pieces of text as they come in. A call that fails before its first piece is made again; one that breaks off is not.
   * @throws as `reply`
   */
  stream(messages: Messages, signal: AbortSignal, variant?: number): AsyncGenerator<string>;
}

export interface ModelCallsOptions {
  /** The model for a reply: 0 for the likeliest, 1 and up for others. */
  readonly model: (variant: number) => BaseChatModel;
  /** Never shown or logged, also where the endpoint repeats it. */
  readonly secret: string;
  /** Times that a call is made again when that can help (RFC 9110: 429, 503 and the like; no connection). */
  readonly retries?: number;
  /** Milliseconds before the first of these; doubled for each further one. */
  readonly backoffMs?: number;
  /** Calls that fail in a row before none is made for `pauseMs`. */
  readonly failures?: number;
  readonly pauseMs?: number;
}

/** A wait that an endpoint asks for and that no reader would wait for is not waited for. */
const LONGEST_WAIT_S = 5;

/**
 * Calls with retries and a circuit breaker (Nygard, Release It!, 2007; here of cockatiel). A signal that is aborted is no
 * failure, unless by a time limit (`AbortSignal.timeout`): an endpoint that hangs is one that fails.
 */
export function createModelCalls(options: ModelCallsOptions): ModelCalls {
  const { model, secret, retries = 2, backoffMs = 300, failures = 5, pauseMs = 30_000 } = options;
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof AppError),
    { halfOpenAfter: pauseMs, breaker: new ConsecutiveBreaker(failures) },
  );
  const again = retry(
    handleWhen((error) => error instanceof AppError && error.retryable),
    {
      maxAttempts: retries,
      backoff: new DelegateBackoff(({ attempt, result }) => {
        const asked =
          "error" in result && result.error instanceof AppError ? result.error.retryAfterSeconds : null;
        return asked === null ? backoffMs * 2 ** (attempt - 1) : asked * 1000;
      }),
    },
  );
  /** Runs a call in terms of this project's errors. */
  const attempt = async <T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      if (signal.aborted && !isTimeout(signal.reason)) throw signal.reason;
      throw modelError(signal.aborted ? signal.reason : error, secret, LONGEST_WAIT_S);
    }
  };
  const retried = <T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> =>
    again.execute(() => attempt(signal, call), signal);
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await breaker.execute(work);
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new AppError(
        "model_unavailable",
        "The language model failed several times; it is left alone for a while.",
        { cause: error, retryable: true },
      );
    }
  };

  return {
    reply: (messages, signal) =>
      guarded(() => retried(signal, async () => (await model(0).invoke(asInput(messages), { signal })).text)),
    async *stream(messages, caller, variant = 0) {
      const left = new AbortController();
      const signal = AbortSignal.any([caller, left.signal]);
      const { readable, writable } = new TransformStream<string, string>();
      const writer = writable.getWriter();
      const work = guarded(async () => {
        const started = await retried(signal, async () => {
          const pieces = await model(variant).stream(asInput(messages), { signal });
          const iterator = pieces[Symbol.asyncIterator]();
          return { iterator, first: await iterator.next() };
        });
        let { first: next } = started;
        while (next.done !== true) {
          await writer.write(next.value.text);
          next = await attempt(signal, () => started.iterator.next());
        }
        await writer.close();
      }).catch((error: unknown) => writer.abort(error));
      const reader = readable.getReader();
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
      } finally {
        // A reader that stops early ends the call.
        left.abort(new Error("no more is read"));
        await reader.cancel().catch(() => undefined);
        await work.catch(() => undefined);
      }
    },
  };
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "TimeoutError";
}

function asInput(messages: Messages): ["system" | "human", string][] {
  return messages.map(([role, text]) => [role, text]);
}
