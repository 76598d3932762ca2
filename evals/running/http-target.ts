import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { askResponseSchema } from "../../src/domain/contract.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { Segment } from "../../src/domain/span.ts";
import type { SourcePassage, Target } from "./target.ts";

const segmentSchema = z
  .object({ start: z.int(), end: z.int(), as: z.string().optional() })
  .transform(({ as, ...span }): Segment => (as === undefined ? span : { ...span, as }));
const passageSchema = z.object({
  documentId: z.string(),
  text: z.string(),
  segments: z.array(segmentSchema),
});
const readySchema = z.object({ index: z.string(), encoder: z.string() });

export interface HttpTargetOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** Waits some milliseconds. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
  readonly concurrency?: number;
}

/** Tries at a question before a rate limit or a server error is final. */
const TRIES = 8;

/**
 * A deployed assistant, asked over HTTP. A rate limit is waited for as it says (RFC 9110, Retry-After).
 * @throws AppError `data_missing` when the address does not answer as an assistant does.
 */
export async function createHttpTarget(base: string, options: HttpTargetOptions = {}): Promise<Target> {
  const { fetch = globalThis.fetch, sleep = delay, concurrency = 4 } = options;
  const passages = new Map<string, Promise<SourcePassage | null>>();

  const call = async (path: string, body?: unknown): Promise<Response> => {
    const init: RequestInit =
      body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    for (let tried = 1; ; tried += 1) {
      const response = await fetch(new URL(path, base), init).catch((cause: unknown) => {
        throw new AppError("data_missing", `${base} cannot be reached: start the server or mend --base`, {
          cause,
        });
      });
      const again = response.status === 429 || response.status === 503;
      if (!again || tried === TRIES) return response;
      await sleep((Number(response.headers.get("retry-after")) || 1) * 1000);
    }
  };
  const read = async <T>(response: Response, schema: z.ZodType<T>, what: string): Promise<T> => {
    const text = await response.text();
    if (!response.ok)
      throw new AppError("data_missing", `${what} gave ${response.status}: ${text.slice(0, 200)}`);
    try {
      return schema.parse(JSON.parse(text));
    } catch (cause) {
      throw new AppError("data_missing", `${what} did not answer as the contract says`, { cause });
    }
  };

  const { index, encoder } = await read(await call("/ready"), readySchema, `${base} /ready`);
  return {
    about: { name: base, index, encoder },
    concurrency,
    ask: async (request) => read(await call("/ask", request), askResponseSchema, `${base} /ask`),
    attempt: null,
    passage: (id) => {
      const known = passages.get(id);
      if (known) return known;
      const asked = call(`/passages/${encodeURIComponent(id)}`).then((response) =>
        response.status === 404 ? null : read(response, passageSchema, `${base} /passages`),
      );
      passages.set(id, asked);
      return asked;
    },
  };
}
