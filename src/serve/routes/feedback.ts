import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { LIMITS } from "../../domain/contract.ts";
import { AppError } from "../../domain/errors.ts";
import { giveFeedback } from "../../remember.ts";
import type { AppDeps, AppEnv } from "../app-deps.ts";
import { problemOf } from "../describe-route.ts";
import { jsonBody } from "../json-body.ts";
import { limitRate } from "../limit-rate.ts";
import { feedbackBody } from "../schemas.ts";

/** `POST /feedback`: what somebody thinks of an answer. */
export function addFeedbackRoute(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const route = createRoute({
    method: "post",
    path: "/feedback",
    summary: "Say what you think of an answer",
    description:
      "Kept with the question, the answer and its citations. A second vote on an answer takes the place of the first.",
    middleware: [limitRate(deps), ...jsonBody(LIMITS.bodyBytes)],
    request: { body: { required: true, content: { "application/json": { schema: feedbackBody } } } },
    responses: {
      204: { description: "It is kept." },
      400: problemOf(400),
      404: problemOf(404),
      413: problemOf(413),
      415: problemOf(415),
      429: problemOf(429),
    },
  });
  app.openapi(route, async (c) => {
    const request = c.req.valid("json");
    if (deps.memory === null) {
      throw new AppError("not_found", "This service keeps no answers, and so no feedback.");
    }
    await giveFeedback(deps.memory, request);
    deps.metrics.count("feedback_total", { vote: request.vote });
    return c.body(null, 204);
  });
}
