import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { AskEvent } from "../ask.ts";
import type { AskResponse } from "../domain/contract.ts";
import type { AppError } from "../domain/errors.ts";
import type { AppEnv } from "./app-deps.ts";
import { toAppError, toProblem } from "./problem.ts";

/** Makes the answer, telling its parts as they stand. */
export type MakeAnswer = (signal: AbortSignal, onEvent: (event: AskEvent) => void) => Promise<AskResponse>;

/**
 * An answer as server-sent events: `meta`, then `citation` and `delta` in order, then `done` with the whole
 * response, or `error` with a problem. The signal is aborted when the client closes the stream.
 */
export function streamAnswer(
  c: Context<AppEnv>,
  make: MakeAnswer,
  onFailure: (error: AppError) => void,
): Response {
  const closed = new AbortController();
  // Proxies that buffer would hold the first sentence back until the last.
  c.header("X-Accel-Buffering", "no");
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => closed.abort());
    let written: Promise<void> = Promise.resolve();
    let over = false;
    const send = (event: string, data: unknown): void => {
      if (over) return;
      written = written.then(() => stream.writeSSE({ event, data: JSON.stringify(data) }));
    };
    const signal = AbortSignal.any([closed.signal, c.req.raw.signal]);
    try {
      send(
        "done",
        await make(signal, (event) => {
          send(event.type, payload(event));
        }),
      );
    } catch (thrown) {
      const error = toAppError(thrown);
      onFailure(error);
      send("error", toProblem(error, c.var.requestId));
    }
    // Work that did not notice its signal must not speak after the end.
    over = true;
    await written;
  });
}

function payload(event: AskEvent): unknown {
  switch (event.type) {
    case "meta":
      return event.meta;
    case "citation":
      return event.citation;
    case "delta":
      return { text: event.text };
  }
}
