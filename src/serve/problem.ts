import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { LIMITS, type Problem } from "../domain/contract.ts";
import { AppError, type ErrorCode } from "../domain/errors.ts";
import type { Logger } from "../ports/logger.ts";
import type { AppEnv } from "./app-deps.ts";

/** 499 is what servers log when the client went away before the answer; nobody receives it. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  invalid_json: 400,
  invalid_request: 400,
  not_found: 404,
  method_not_allowed: 405,
  body_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  client_closed: 499,
  internal: 500,
  corpus_unreadable: 500,
  corpus_empty: 500,
  target_unwritable: 500,
  index_corrupt: 500,
  encoder_mismatch: 500,
  config_invalid: 500,
  data_missing: 500,
  encoder_unavailable: 503,
  vectors_unavailable: 503,
  model_unusable: 502,
  model_unavailable: 503,
  slack_failed: 502,
  database_unavailable: 503,
  index_not_ready: 503,
  timeout: 504,
};

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  499: "Client Closed Request",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** What Hono's own middleware refuses, in this project's codes. */
const OF_HTTP_EXCEPTIONS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  400: ["invalid_request", "The request cannot be read."],
  404: ["not_found", "There is nothing at this address."],
  405: ["method_not_allowed", "The address does not take this method."],
  413: ["body_too_large", `The body is over ${LIMITS.bodyBytes / 1024} KiB.`],
  415: ["unsupported_media_type", "Send the body as application/json."],
};

/** Turns whatever was thrown into an AppError; what nobody foresaw becomes `internal` and tells nothing of itself. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const known = error instanceof HTTPException ? OF_HTTP_EXCEPTIONS[error.status] : undefined;
  if (known) return new AppError(known[0], known[1], { cause: error });
  return new AppError("internal", "The server failed; the request id names this failure in its log.", {
    cause: error,
  });
}

/** RFC 9457 problem details of an error. */
export function toProblem(error: AppError, requestId: string): Problem {
  const status = STATUS[error.code];
  return {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    detail: error.message,
    code: error.code,
    requestId,
  };
}

/** The response for an error: application/problem+json, with Retry-After where a retry can help. */
export function problemResponse(
  c: Context<AppEnv>,
  error: AppError,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const problem = toProblem(error, c.var.requestId);
  const retry = error.retryAfterSeconds;
  return c.newResponse(
    JSON.stringify(problem),
    new Response(null, {
      status: problem.status,
      headers: {
        "Content-Type": "application/problem+json",
        "Cache-Control": "no-store",
        ...(retry === null ? {} : { "Retry-After": String(retry) }),
        ...headers,
      },
    }),
  );
}

/** Failures of the service are logged with their causes; what clients or a slow start cause shows in the request log only. */
export function logFailure(logger: Logger, error: AppError, requestId: string): void {
  if (STATUS[error.code] < 500 || error.code === "index_not_ready") return;
  if (error.code === "timeout") logger.warn("request timed out", { requestId });
  else logger.error("request failed", { requestId, code: error.code, error });
}
