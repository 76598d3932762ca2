import { z } from "zod";
import type { Chapter, Passage } from "./passage.ts";

/** `corpus.json`: what is known about a corpus beside its text. All optional for a plain folder. */
export const corpusMetaSchema = z.object({
  /** Names the corpus in citations; the folder's name when it is left out. */
  id: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string().nullable().default(null),
  /** Publication date, ISO 8601 (a year, a month or a day). */
  date: z.string().nullable().default(null),
  /** The moment the text speaks from, in words ("early 2021"). */
  asOf: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  language: z.string().default("en"),
  /** Questions that a newcomer may begin with. */
  examples: z.array(z.string().trim().min(1)).default([]),
  /** Files in reading order; null takes every .md and .txt file of the folder by name. */
  files: z
    .array(
      z.object({
        path: z.string(),
        format: z.enum(["report", "markdown"]).default("markdown"),
      }),
    )
    .nullable()
    .default(null),
});
export type CorpusMeta = z.infer<typeof corpusMetaSchema>;

/** One source file, unchanged. */
export interface SourceDocument {
  /** Stable id: the path inside the corpus folder. */
  readonly id: string;
  readonly title: string;
  readonly format: "report" | "markdown";
  readonly text: string;
}

/** A heading kept for the reader and for section navigation. */
export interface SectionHeading {
  readonly documentId: string;
  readonly chapter: number;
  /** 1 for a chapter's own sections, 2 for their subsections, ... */
  readonly level: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Reading order of the first passage under it. */
  readonly order: number;
}

/** A corpus after ingest: everything later stages read. */
export interface Corpus {
  readonly meta: CorpusMeta;
  readonly chapters: readonly Chapter[];
  readonly headings: readonly SectionHeading[];
  readonly passages: readonly Passage[];
}
