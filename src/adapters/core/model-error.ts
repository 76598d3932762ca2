import { z } from "zod";
import { AppError } from "../../domain/errors.ts";

/** What the clients of OpenAI and Anthropic tell of an answer that is no success. */
const failureSchema = z.object({
  status: z.number(),
  headers: z.instanceof(Headers).optional().catch(undefined),
});

/**
 * A failed call of a language model as an error that can be shown and logged: nothing in it, its cause included, has the key.
 */
export function modelError(error: unknown, secret: string): AppError {
  const failure = failureSchema.safeParse(error);
  const status = failure.data?.status ?? null;
  const asked = failure.data?.headers?.get("retry-after") ?? null;
  const wait = asked !== null && /^\d+$/u.test(asked) ? Number(asked) : null;
  const late = error instanceof DOMException && error.name === "TimeoutError";
  const passing = status === null || status === 408 || status === 429 || status >= 500;
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new AppError(
    "model_unavailable",
    late
      ? "The language model took too long."
      : status === null
        ? "The language model cannot be reached."
        : `The language model answered with ${status}.`,
    {
      cause: new Error(secret === "" ? said : said.replaceAll(secret, "(key)")),
      retryable: passing,
      ...(wait === null ? {} : { retryAfterSeconds: wait }),
    },
  );
}
