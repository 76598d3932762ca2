import { z } from "zod";

/** Limits of the HTTP contract; the numbers are promised to clients. */
export const LIMITS = {
  questionCharacters: 2_000,
  bodyBytes: 64 * 1024,
  historyEntries: 40,
  historyBytes: 32 * 1024,
  topK: 20,
  tracedPassages: 30,
  nearest: 3,
  suggestions: 3,
} as const;

export const historyEntrySchema = z.object({
  role: z.enum(["user", "assistant"]),
  content: z.string(),
  citations: z.array(z.string()).optional(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** `POST /ask` body. Unknown fields are ignored; `history` is trimmed, never refused for length. */
export const askRequestSchema = z.object({
  question: z
    .string({ error: "question must be a string" })
    .trim()
    .min(1, "question must not be empty")
    .max(LIMITS.questionCharacters, `question must be at most ${LIMITS.questionCharacters} characters`),
  history: z.array(historyEntrySchema).optional(),
  conversationId: z.string().max(128).nullish(),
  composer: z.enum(["extractive", "llm"]).nullish(),
  topK: z.int().min(1).max(LIMITS.topK).default(6),
  include: z.array(z.enum(["passages", "trace"])).default([]),
});
export type AskRequest = z.infer<typeof askRequestSchema>;

export const chapterRefSchema = z.object({
  number: z.number().nullable(),
  title: z.string(),
  authors: z.array(z.string()),
});
export const pagesSchema = z.object({
  from: z.number(),
  to: z.number().nullable(),
});
export const sourceSchema = z.object({ id: z.string(), title: z.string() });

/** An endnote that the quoted words carry. */
export const noteSchema = z.object({
  number: z.number(),
  text: z.string(),
  passageId: z.string(),
});

/**
 * How a sentence of the answer was verified against its citation: it says the quote's own words; it says a table row, with
 * the header's words; or it is a paraphrase: its figures and names stand there, and its words and meaning come near enough.
 */
export const CHECKS = ["verbatim", "table-row", "paraphrase"] as const;

export const citationSchema = z.object({
  marker: z.number().int().min(1),
  passageId: z.string(),
  /** Exactly `text.slice(start, end)`. */
  quote: z.string(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  source: sourceSchema,
  chapter: chapterRefSchema,
  /** Headings joined with " > ", or null at a chapter's top. */
  section: z.string().nullable(),
  pages: pagesSchema.nullable(),
  /** Caption and header of a quoted table row; null for everything else. */
  table: z
    .object({
      caption: z.string(),
      header: z.array(z.string()),
      note: z.string().nullable(),
    })
    .nullable(),
  notes: z.array(noteSchema),
  check: z.enum(CHECKS),
  url: z.string(),
});
export type Citation = z.infer<typeof citationSchema>;

export const ABSTENTION_REASONS = ["not_in_report", "out_of_scope", "unclear_question", "greeting"] as const;
export type AbstentionReason = (typeof ABSTENTION_REASONS)[number];

export const passageViewSchema = z.object({
  passageId: z.string(),
  kind: z.string(),
  text: z.string(),
  score: z.number(),
  source: sourceSchema,
  chapter: chapterRefSchema,
  section: z.string().nullable(),
  pages: pagesSchema.nullable(),
  url: z.string(),
});
export type PassageView = z.infer<typeof passageViewSchema>;

/** A passage that comes near a question which is not answered; `url` leads to the quote. */
export const nearestPassageSchema = passageViewSchema.extend({
  /** Words of the text, as they stand, that come nearest. */
  quote: z.string(),
});
export type NearestPassage = z.infer<typeof nearestPassageSchema>;

export const traceSchema = z.object({
  ranked: z.array(
    z.object({
      passageId: z.string(),
      score: z.number(),
      views: z.record(z.string(), z.number()),
    }),
  ),
  signals: z.record(z.string(), z.number()),
});
export type Trace = z.infer<typeof traceSchema>;

export const NOTICES = [
  "as_of",
  "fallback_extractive",
  "figures_differ",
  "not_remembered",
  "fallback_rules",
] as const;

export const timingsSchema = z.object({
  /** Milliseconds. */
  total: z.number(),
  encode: z.number(),
  retrieve: z.number(),
  compose: z.number(),
});

/** The whole answer. Fields that do not apply are null or empty, never absent. */
export const askResponseSchema = z.object({
  id: z.string(),
  /** Markdown with markers [1], [2]. */
  answer: z.string(),
  abstained: z.boolean(),
  reason: z.enum(ABSTENTION_REASONS).nullable(),
  /** Calibrated probability that the cited sentences answer the question, 0 to 1. */
  confidence: z.number().min(0).max(1),
  citations: z.array(citationSchema),
  nearest: z.array(nearestPassageSchema),
  /** The part of the question that the report does not answer. */
  uncovered: z.string().nullable(),
  /** What the question was taken to mean; behind a follow-up stands, in brackets, what it leans on. */
  standaloneQuestion: z.string(),
  conversationId: z.string().nullable(),
  composer: z.enum(["extractive", "llm"]),
  promptVersion: z.string().nullable(),
  language: z.enum(["en", "es"]),
  suggestions: z.array(z.string()),
  notices: z.array(z.enum(NOTICES)),
  timings: timingsSchema,
  passages: z.array(passageViewSchema).optional(),
  trace: traceSchema.optional(),
});
export type AskResponse = z.infer<typeof askResponseSchema>;

export const searchResponseSchema = z.object({
  query: z.string(),
  results: z.array(passageViewSchema),
});
export type SearchResponse = z.infer<typeof searchResponseSchema>;

/** RFC 9457 problem details with this project's two extensions. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;
