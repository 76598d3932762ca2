import { problem } from "./schemas.ts";

const REASONS = {
  400: "The body is not JSON, or a field is not as it should be; `detail` names it.",
  404: "There is nothing of this id, or nothing at this address.",
  413: "The body is too large.",
  415: "The body is not of type application/json.",
  429: "Too many requests: wait as long as Retry-After says.",
  503: "The index is still being loaded: try again as Retry-After says.",
  504: "The answer took too long.",
} as const;

type ProblemStatus = keyof typeof REASONS;

interface ProblemContent {
  readonly description: string;
  readonly content: { readonly "application/problem+json": { readonly schema: typeof problem } };
}

/** The error response of one status, for a route's description. */
export function problemOf(status: ProblemStatus): ProblemContent {
  return { description: REASONS[status], content: { "application/problem+json": { schema: problem } } };
}
