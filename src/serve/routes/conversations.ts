import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { AppDeps, AppEnv } from "../app-deps.ts";
import { problemOf } from "../describe-route.ts";
import { limitRate } from "../limit-rate.ts";
import { conversationId } from "../schemas.ts";

/** `DELETE /conversations/:id`: forgets a conversation. */
export function addConversationRoute(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const route = createRoute({
    method: "delete",
    path: "/conversations/{id}",
    summary: "Forget a conversation",
    description:
      "Removes its questions and answers for good. Feedback that was given stays. An id that is not known is answered the same way.",
    middleware: [limitRate(deps)] as const,
    request: { params: conversationId },
    responses: {
      204: { description: "There is no such conversation any more." },
      400: problemOf(400),
      429: problemOf(429),
    },
  });
  app.openapi(route, async (c) => {
    await deps.memory?.conversations.remove(c.req.valid("param").id);
    return c.body(null, 204);
  });
}
