/** Machine codes of every error this project raises; stable, part of the HTTP contract. */
export const ERROR_CODES = [
  "invalid_json",
  "invalid_request",
  "unsupported_media_type",
  "body_too_large",
  "not_found",
  "method_not_allowed",
  "rate_limited",
  "index_not_ready",
  "timeout",
  "client_closed",
  "corpus_unreadable",
  "corpus_empty",
  "target_unwritable",
  "index_corrupt",
  "encoder_mismatch",
  "encoder_unavailable",
  "vectors_unavailable",
  "model_unusable",
  "model_unavailable",
  "slack_failed",
  "database_unavailable",
  "config_invalid",
  "data_missing",
  "internal",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface AppErrorOptions {
  readonly cause?: unknown;
  /** Whether the same call can succeed later without a change. Default false. */
  readonly retryable?: boolean;
  /** For `rate_limited`: seconds until a retry can succeed. */
  readonly retryAfterSeconds?: number;
}

/**
 * The one error class. `message` names the thing and the remedy and is safe to show;
 * secrets, stacks and paths outside the user's own input belong in `cause`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | null;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
