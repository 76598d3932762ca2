import { z } from "zod";

const declinedSchema = z.object({ declinedUnanswerable: z.number(), declinedRight: z.number() });

/** What `scripts/fit/result.json` must hold for the README's table. */
export const fitResultSchema = z.record(
  z.string(),
  z.object({
    figures: z.record(
      z.string(),
      z.object({
        retrieval: z.object({ recallAt1: z.number(), recallAt5: z.number(), recallAt10: z.number() }),
        bestSentenceRight: z.number(),
        abstention: declinedSchema,
        /** With what the index knows not to be answered. */
        informed: declinedSchema.optional(),
      }),
    ),
  }),
);

const NAMES: Readonly<Record<string, string>> = {
  "report-dev": "report, dev questions (threshold fitted on)",
  "report-dev-plain": "the same without anticipated questions (threshold fitted on)",
  "xquad-fit": "XQuAD, articles 1 to 24 (fitted on)",
  "xquad-report": "XQuAD, articles 25 to 48 (not fitted on)",
};

/** The README's table of figures, a row of cells a set; shares with two digits. */
export function fitTable(result: z.infer<typeof fitResultSchema>): string[][] {
  const all = new Map(Object.values(result).flatMap(({ figures }) => Object.entries(figures)));
  return Object.entries(NAMES).flatMap(([key, name]) => {
    const figures = all.get(key);
    if (!figures) return [];
    const { retrieval, abstention: uninformed, informed } = figures;
    const abstention = informed ?? uninformed;
    const shares = [
      retrieval.recallAt1,
      retrieval.recallAt5,
      retrieval.recallAt10,
      figures.bestSentenceRight,
      abstention.declinedUnanswerable,
      abstention.declinedRight,
    ];
    return [[name, ...shares.map((share) => share.toFixed(2).replace(/^0/u, ""))]];
  });
}
