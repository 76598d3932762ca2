import { z } from "zod";
import { SPLITS } from "./fact-schema.ts";

/**
 * A part of the report, `[start, end)` in UTF-16 units of the source. All questions on one part are in one split, so
 * that nothing tuned on `dev` has seen what `test` asks about.
 */
export const sectionSchema = z.strictObject({
  id: z.string(),
  chapter: z.string(),
  title: z.string(),
  start: z.int().min(0),
  end: z.int().min(1),
  /** The characters at `start`, which tell when the source has changed. */
  opening: z.string(),
  split: z.enum(SPLITS),
});
export type Section = z.infer<typeof sectionSchema>;

/** The part that an offset of the source lies in. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return sections.find(({ start, end }) => start <= offset && offset < end);
}
