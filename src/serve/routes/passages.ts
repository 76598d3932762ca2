import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Assistant } from "../../ask.ts";
import { AppError } from "../../domain/errors.ts";
import { sentenceText, type Passage } from "../../domain/passage.ts";
import { readyAssistant, type AppDeps, type AppEnv } from "../app-deps.ts";
import { problemOf } from "../describe-route.ts";
import { passageDetail, passageId, type PassageDetail } from "../schemas.ts";

/** `GET /passages/:id`: one passage, its sentences, its notes and its neighbours. */
export function addPassageRoute(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const route = createRoute({
    method: "get",
    path: "/passages/{id}",
    summary: "Read a passage",
    request: { params: passageId },
    responses: {
      200: { description: "The passage.", content: { "application/json": { schema: passageDetail } } },
      400: problemOf(400),
      404: problemOf(404),
      503: problemOf(503),
    },
  });
  app.openapi(route, (c) => {
    const assistant = readyAssistant(deps);
    const passage = assistant.passage(c.req.valid("param").id);
    if (passage === null) {
      throw new AppError(
        "not_found",
        "There is no passage of this id: ids change when the report's text does, so take them from a new answer.",
      );
    }
    return c.json(detail(assistant, passage), 200);
  });
}

function detail(assistant: Assistant, passage: Passage): PassageDetail {
  const { score: _score, ...view } = assistant.view(passage, 0);
  const { passages } = assistant.corpus;
  const position = passages.findIndex((other) => other.id === passage.id);
  return {
    ...view,
    documentId: passage.documentId,
    segments: passage.segments.map((segment) => ({ ...segment })),
    sentences: passage.sentences.map(({ start, end }) => ({
      start,
      end,
      text: sentenceText(passage, { start, end }),
    })),
    table: passage.table && {
      ...passage.table,
      header: [...passage.table.header],
      cells: [...passage.table.cells],
    },
    notes: passage.notes.map((note) => ({
      ...note,
      text: assistant.passage(note.passageId)?.text ?? "",
    })),
    previous: position > 0 ? (passages[position - 1]?.id ?? null) : null,
    next: passages[position + 1]?.id ?? null,
  };
}
