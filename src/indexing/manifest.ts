import { z } from "zod";
import { QUESTION_LANGUAGES } from "../domain/anticipated-question.ts";

/** Raised when what is written into an index changes. */
export const INDEX_FORMAT = 6;

/** What an index is made of and how to check it. */
export const manifestSchema = z.object({
  format: z.literal(INDEX_FORMAT),
  /** Hash over corpus, encoder, settings and format: the build's name. */
  id: z.string(),
  corpus: z.object({ id: z.string(), title: z.string(), hash: z.string() }),
  encoder: z.object({ id: z.string(), dimensions: z.number().int() }),
  settings: z.object({
    hnsw: z.object({
      m: z.number(),
      efConstruction: z.number(),
      efSearch: z.number(),
      seed: z.number(),
    }),
    bm25: z.object({ k: z.number(), b: z.number(), contextBoost: z.number() }),
  }),
  counts: z.object({
    chapters: z.number(),
    passages: z.number(),
    passageVectors: z.number(),
    sentenceVectors: z.number(),
    /** Anticipated questions by language; no entry for a language without. */
    questions: z.partialRecord(z.enum(QUESTION_LANGUAGES), z.number()),
    /** The same of questions that it does not answer. */
    unanswered: z.partialRecord(z.enum(QUESTION_LANGUAGES), z.number()),
  }),
  /** SHA-256 (hex) and size of every other file of the build. */
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number() })),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type IndexSettings = Manifest["settings"];

/**
 * Graph parameters reach recall@10 of at least 0.99 on the report: more links with less effort take half as long to build
 * as fewer with more. BM25's are common values.
 */
export const DEFAULT_INDEX_SETTINGS: IndexSettings = {
  hnsw: { m: 24, efConstruction: 100, efSearch: 130, seed: 100 },
  bm25: { k: 1.2, b: 0.7, contextBoost: 0.3 },
};
