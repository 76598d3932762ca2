import { createConsoleLogger } from "../../adapters/worker/console-logger.ts";
import type { Problem } from "../../domain/contract.ts";
import { AppError } from "../../domain/errors.ts";
import type { Logger } from "../../ports/logger.ts";

/** Answers while the Worker cannot be set up: what is wrong stands in its log, not in public. */
export function refuse(error: unknown, logger: Logger = createConsoleLogger("error")): Response {
  const requestId = crypto.randomUUID();
  logger.error("the Worker cannot be set up", { requestId, error });
  const problem: Problem = {
    type: "about:blank",
    title: "Internal Server Error",
    status: 500,
    detail: "The service is not set up rightly: its log tells what is wrong.",
    code: error instanceof AppError ? error.code : "internal",
    requestId,
  };
  return Response.json(problem, {
    status: 500,
    headers: {
      "Content-Type": "application/problem+json",
      "X-Request-Id": requestId,
      "Cache-Control": "no-store",
    },
  });
}
