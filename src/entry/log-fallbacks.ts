import type { Logger } from "../ports/logger.ts";

/** Logs why the language model's part of the work was done without it. */
export function logFallbacks(logger: Logger) {
  return {
    onFallback: (error: unknown): void => {
      logger.warn("a follow-up was rewritten by rules: the language model gave nothing usable", { error });
    },
    onFailure: (error: unknown): void => {
      logger.warn("an answer was not written to its end: the report's own words were given", { error });
    },
  };
}
