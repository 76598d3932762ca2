import { tablePlaceSchema } from "../domain/corpus-schema.ts";
import { z } from "@hono/zod-openapi";
import {
  askRequestSchema,
  askResponseSchema,
  citationSchema,
  noteSchema,
  nearestPassageSchema,
  passageViewSchema,
  problemSchema,
} from "../domain/contract.ts";
import { feedbackRequestSchema } from "../domain/feedback.ts";
import { ANSWER_EXAMPLE, EVENT_STREAM_EXAMPLE, QUESTION_EXAMPLE } from "./examples.ts";

const citation = citationSchema.meta({ id: "Citation" });
const passageView = passageViewSchema.meta({ id: "PassageView" });
const nearestPassage = nearestPassageSchema.meta({ id: "NearestPassage" });

export const askBody = askRequestSchema.meta({ id: "Question", example: QUESTION_EXAMPLE });

export const answer = askResponseSchema
  .extend({
    citations: z.array(citation),
    nearest: z.array(nearestPassage),
    passages: z.array(passageView).optional(),
  })
  .meta({ id: "Answer", example: ANSWER_EXAMPLE });

export const answerEvents = z.string().meta({
  description:
    "Server-sent events: one `meta`, then `citation` and `delta` (`text`) in the order of the answer, then " +
    "`done` with the whole Answer, or `error` with a Problem.",
  example: EVENT_STREAM_EXAMPLE,
});

export const searchQuery = z.object({
  q: z.string().trim().min(1, "q must not be empty").max(2000).meta({ example: "homicide rate" }),
  k: z.coerce.number().int().min(1).max(50).default(10),
});

export const searchResults = z
  .object({ query: z.string(), results: z.array(passageView) })
  .meta({ id: "SearchResults" });

export const feedbackBody = feedbackRequestSchema.meta({
  id: "Feedback",
  example: { answerId: ANSWER_EXAMPLE.id, vote: "down", reason: "incomplete", text: "2012 is missing." },
});

export const conversationId = z.object({ id: z.string().min(1).max(128) });

export const passageId = z.object({ id: z.string().min(1).max(128) });

/** A passage with what stands in it and around it. Offsets are UTF-16 code units. */
export const passageDetail = passageViewSchema
  .omit({ score: true })
  .extend({
    documentId: z.string(),
    /** Ranges of the source document that spell `text`; `as` where the range stands for other text. */
    segments: z.array(z.object({ start: z.int(), end: z.int(), as: z.string().optional() })),
    sentences: z.array(z.object({ start: z.int(), end: z.int(), text: z.string() })),
    table: tablePlaceSchema.nullable(),
    /** The endnotes whose markers stand in the passage, and where. */
    notes: z.array(noteSchema.extend({ at: z.int() })),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: "Passage" });
export type PassageDetail = z.infer<typeof passageDetail>;

export const readiness = z
  .object({
    status: z.literal("ready"),
    index: z.string(),
    encoder: z.string(),
    passages: z.int(),
    features: z
      .object({
        conversations: z.boolean(),
        feedback: z.boolean(),
        rateLimit: z.boolean(),
        slack: z.boolean(),
      })
      .meta({ description: "What is optional and set up here; what is not is off." }),
  })
  .meta({ id: "Readiness" });

export const problem = problemSchema.meta({ id: "Problem" });
