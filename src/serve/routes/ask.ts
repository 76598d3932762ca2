import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { accepts } from "hono/accepts";
import type { AskEvent, AskOptions } from "../../ask.ts";
import { LIMITS, type AskRequest, type AskResponse } from "../../domain/contract.ts";
import { askInConversation } from "../../remember.ts";
import { readyAssistant, type AppDeps, type AppEnv } from "../app-deps.ts";
import { withDeadline } from "../deadline.ts";
import { problemOf } from "../describe-route.ts";
import { jsonBody } from "../json-body.ts";
import { limitRate } from "../limit-rate.ts";
import { logFailure } from "../problem.ts";
import { answer, answerEvents, askBody } from "../schemas.ts";
import { streamAnswer } from "../stream-answer.ts";
import { trimHistory } from "../trim-history.ts";

const JSON_TYPE = "application/json";
const EVENTS_TYPE = "text/event-stream";

/** `POST /ask`: one question, answered as JSON or as a stream of events, whichever the client prefers. */
export function addAskRoute(app: OpenAPIHono<AppEnv>, deps: AppDeps, now: () => number): void {
  const route = createRoute({
    method: "post",
    path: "/ask",
    summary: "Ask the report a question",
    description: `Send \`Accept: ${EVENTS_TYPE}\` to get the answer sentence by sentence. Bodies may have ${LIMITS.bodyBytes / 1024} KiB.`,
    middleware: [limitRate(deps), ...jsonBody(LIMITS.bodyBytes)],
    request: { body: { required: true, content: { [JSON_TYPE]: { schema: askBody } } } },
    responses: {
      200: {
        description: "An answer in which every sentence is cited, or an abstention that says so.",
        content: { [JSON_TYPE]: { schema: answer }, [EVENTS_TYPE]: { schema: answerEvents } },
      },
      400: problemOf(400),
      413: problemOf(413),
      415: problemOf(415),
      429: problemOf(429),
      503: problemOf(503),
      504: problemOf(504),
    },
  });
  app.openapi(route, async (c) => {
    const { history, ...rest } = c.req.valid("json");
    const request = history ? { ...rest, history: trimHistory(history) } : rest;
    const assistant = readyAssistant(deps);
    const answerTo = (asked: AskRequest, options: AskOptions): Promise<AskResponse> =>
      deps.memory === null
        ? assistant.ask(asked, options)
        : askInConversation(assistant, deps.memory, asked, options, {
            onFailure: (error) => {
              deps.logger.error("the conversation cannot be read or kept", {
                requestId: c.var.requestId,
                error,
              });
            },
          });
    const make = async (
      client: AbortSignal,
      mode: "json" | "stream",
      onEvent?: (event: AskEvent) => void,
    ): Promise<AskResponse> => {
      const started = now();
      const response = await withDeadline(deps.settings.requestTimeoutMs, client, (signal) =>
        answerTo(request, { signal, ...(onEvent ? { onEvent } : {}) }),
      );
      deps.metrics.observe("answer_duration_seconds", (now() - started) / 1000, { mode });
      const outcome = response.reason ?? "answered";
      deps.metrics.count("answers_total", { composer: response.composer, outcome });
      return response;
    };
    const supports = [JSON_TYPE, EVENTS_TYPE];
    const preferred = accepts(c, { header: "Accept", supports, default: JSON_TYPE });
    if (preferred === EVENTS_TYPE) {
      return streamAnswer(
        c,
        (signal, onEvent) => make(signal, "stream", onEvent),
        (error) => logFailure(deps.logger, error, c.var.requestId),
      );
    }
    return c.json(await make(c.req.raw.signal, "json"), 200);
  });
}
