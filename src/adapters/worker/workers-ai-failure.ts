import { AppError } from "../../domain/errors.ts";

/** The account's free allocation of the day is used up. */
const ALLOCATION_USED = 3036;

/** Codes of calls that fail again as they are; what else there is (3007 timeout, 3040 out of capacity, no code at all) passes. */
const LASTING: ReadonlySet<number> = new Set([
  3003,
  3006,
  3023,
  ALLOCATION_USED,
  3039,
  3041,
  3042,
  5004,
  5005,
  5007,
  5016,
  5018,
  5019,
]);

/**
 * What a call of the AI binding failed of. The binding's errors begin with the service's code: `3040: ...`
 * (https://developers.cloudflare.com/workers-ai/platform/errors/).
 */
export function workersAiFailure(model: string, cause: unknown): AppError {
  const code = Number(/^\d{4}(?=:)/u.exec(cause instanceof Error ? cause.message : "")?.[0]);
  const retryable = !LASTING.has(code);
  const remedy =
    code === ALLOCATION_USED
      ? "the account's free allocation of today is used up; it is renewed at 00:00 UTC, and the Workers Paid plan goes on"
      : retryable
        ? "the service is busy or out of reach; try again in a moment"
        : `it refuses the call (${code}); see the log and https://developers.cloudflare.com/workers-ai/platform/errors/`;
  return new AppError("encoder_unavailable", `Workers AI does not encode with ${model}: ${remedy}.`, {
    cause,
    retryable,
  });
}
