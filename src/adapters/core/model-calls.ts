import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen } from "cockatiel";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { pause, unlessAborted } from "./abortable.ts";
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

/** Seconds; a wait that an endpoint asks for and that no reader would wait for is not waited for. */
const LONGEST_WAIT = 5;

/**
 * Calls with retries and a circuit breaker (Nygard, Release It!, 2007; here of cockatiel). What opens it are failures that
 * pass: no connection, 429, 5xx, time limits (`AbortSignal.timeout`). A caller that goes away is none, nor is a request that
 * is refused for what it says.
 */
export function createModelCalls(options: ModelCallsOptions): ModelCalls {
  const { model, secret, retries = 2, backoffMs = 300, failures = 5, pauseMs = 30_000 } = options;
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof AppError && error.code === "model_unavailable" && error.retryable),
    { halfOpenAfter: pauseMs, breaker: new ConsecutiveBreaker(failures) },
  );

  /** Runs a call in terms of this project's errors. */
  const attempt = async <T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> => {
    try {
      return await unlessAborted(call(), signal);
    } catch (error) {
      if (error instanceof AppError || error instanceof BrokenCircuitError) throw error;
      if (signal.aborted && !isTimeout(signal.reason)) throw signal.reason;
      throw modelError(signal.aborted ? signal.reason : error, secret);
    }
  };
  const retried = async <T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> => {
    for (let again = 0; ; again += 1) {
      try {
        return await attempt(signal, call);
      } catch (error) {
        if (!(error instanceof AppError) || !error.retryable || again === retries || signal.aborted)
          throw error;
        const asked = error.retryAfterSeconds ?? 0;
        if (asked > LONGEST_WAIT) throw error;
        const wait = asked === 0 ? backoffMs * 2 ** again : asked * 1000;
        await attempt(signal, () => pause(wait, signal));
      }
    }
  };
  /** Runs work behind the breaker, which has others wait while one call finds out whether the endpoint is back. */
  const guarded = async <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    try {
      return await attempt(signal, () => breaker.execute(work));
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
      guarded(signal, () =>
        retried(signal, async () => (await model(0).invoke(asInput(messages), { signal })).text),
      ),
    async *stream(messages, caller, variant = 0) {
      const left = new AbortController();
      const signal = AbortSignal.any([caller, left.signal]);
      const { readable, writable } = new TransformStream<string, string>();
      const writer = writable.getWriter();
      const pump = async (): Promise<void> => {
        const started = await retried(signal, async () => {
          const pieces = await model(variant).stream(asInput(messages), { signal });
          const iterator = pieces[Symbol.asyncIterator]();
          return { iterator, first: await iterator.next() };
        });
        let { first: next } = started;
        while (next.done !== true) {
          await writer.write(next.value.text);
          if (isCutShort(next.value.response_metadata)) {
            throw new AppError("model_unavailable", "The language model's answer came to its length limit.");
          }
          next = await attempt(signal, () => started.iterator.next());
        }
        await writer.close();
      };
      // A reader that has read enough is no failure.
      const work = guarded(caller, () =>
        pump().catch((error: unknown) => {
          if (!left.signal.aborted) throw error;
        }),
      ).catch((error: unknown) => writer.abort(error));
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

const endSchema = z.object({ finish_reason: z.string().optional(), stop_reason: z.string().nullish() });

/** Whether a model stopped because it had said as much as it may. */
function isCutShort(metadata: unknown): boolean {
  const end = endSchema.safeParse(metadata).data;
  return end?.finish_reason === "length" || end?.stop_reason === "max_tokens";
}

function asInput(messages: Messages): ["system" | "human", string][] {
  return messages.map(([role, text]) => [role, text]);
}
