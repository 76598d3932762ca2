import { z } from "zod";
import { corpusMetaSchema } from "./corpus.ts";
import { PASSAGE_KINDS } from "./passage.ts";

const span = { start: z.number().int(), end: z.number().int() };

export const chapterSchema = z.object({
  number: z.number().nullable(),
  title: z.string(),
  authors: z.array(z.string()),
  pages: z.object({ from: z.number(), to: z.number().nullable() }).nullable(),
});

/** A table row's labelled context (`TablePlace`). */
export const tablePlaceSchema = z.object({
  caption: z.string(),
  header: z.array(z.string()),
  cells: z.array(z.string()),
  note: z.string().nullable(),
});

const passageSchema = z.object({
  id: z.string(),
  kind: z.enum(PASSAGE_KINDS),
  documentId: z.string(),
  order: z.number().int(),
  text: z.string(),
  segments: z.array(z.object({ ...span, as: z.string().exactOptional() })),
  sentences: z.array(z.object(span)),
  chapter: z.number().int(),
  section: z.array(z.string()),
  list: z
    .object({
      listId: z.string(),
      index: z.number().int(),
      size: z.number().int(),
      leadIn: z.string(),
      leadInPassageId: z.string().nullable(),
    })
    .nullable(),
  table: tablePlaceSchema.nullable(),
  notes: z.array(
    z.object({
      at: z.number().int(),
      number: z.number().int(),
      passageId: z.string(),
    }),
  ),
});

/** A corpus as an index stores it; parses into the `Corpus` of `corpus.ts`. */
export const corpusSchema = z.object({
  meta: corpusMetaSchema,
  chapters: z.array(chapterSchema),
  headings: z.array(
    z.object({
      documentId: z.string(),
      chapter: z.number().int(),
      level: z.number().int(),
      text: z.string(),
      ...span,
      order: z.number().int(),
    }),
  ),
  passages: z.array(passageSchema),
});
