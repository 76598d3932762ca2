import * as z from "zod/mini";

/** What the widget reads of the service's responses (src/domain/contract.ts has all of it). */
const place = {
  chapter: z.object({ number: z.nullable(z.number()), title: z.string() }),
  section: z.nullable(z.string()),
  pages: z.nullable(z.object({ from: z.number(), to: z.nullable(z.number()) })),
  url: z.string(),
};

export const citationSchema = z.object({
  marker: z.number(),
  passageId: z.string(),
  quote: z.string(),
  ...place,
  table: z.nullable(z.object({ caption: z.string(), header: z.array(z.string()) })),
  notes: z.array(z.object({ number: z.number(), text: z.string() })),
});
export type Citation = z.infer<typeof citationSchema>;

export const nearestSchema = z.object({ quote: z.string(), ...place });
export type Nearest = z.infer<typeof nearestSchema>;

export const answerSchema = z.object({
  id: z.string(),
  conversationId: z.nullable(z.string()),
  standaloneQuestion: z.string(),
  answer: z.string(),
  abstained: z.boolean(),
  reason: z.nullable(z.string()),
  citations: z.array(citationSchema),
  nearest: z.array(nearestSchema),
  suggestions: z.array(z.string()),
  notices: z.array(z.string()),
});
export type Answer = z.infer<typeof answerSchema>;

export const metaSchema = z.object({ standaloneQuestion: z.string() });
export const deltaSchema = z.object({ text: z.string() });
export const problemSchema = z.object({ code: z.string(), detail: z.string() });
