import { readFile } from "node:fs/promises";
import { z } from "zod";

const writersSchema = z.record(z.enum(["en", "es"]), z.array(z.string()));
const trainedOnSchema = z.object({
  /** Whose anticipated questions. */
  questions: writersSchema,
  /** Whose unanswered questions. */
  unanswered: writersSchema,
  /** How many of XQuAD's articles, from the first. */
  xquadArticles: z.number().int(),
});
export type TrainedOn = z.infer<typeof trainedOnSchema>;

/** What the corpus's encoder is trained on; what is fitted beside it is fitted on others. */
export async function readTrainedOn(path = "scripts/tuning/trained-on.json"): Promise<TrainedOn> {
  return trainedOnSchema.parse(JSON.parse(await readFile(path, "utf8")));
}
