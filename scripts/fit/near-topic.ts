import { readFile } from "node:fs/promises";
import { z } from "zod";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { QUESTION_LANGUAGES } from "../../src/domain/anticipated-question.ts";
import { parseJsonLines } from "../../src/domain/json-lines.ts";
import type { GoldQuestion } from "./gold.ts";
import type { GoldSet } from "./xquad.ts";

/** A question on the report's subjects that it does not answer, and the passage that it was written next to. */
export const nearTopicSchema = z.strictObject({
  question: z.string().trim().min(1),
  language: z.enum(QUESTION_LANGUAGES),
  nearest: z.strictObject({
    /** The file of the corpus folder; by default the corpus's first. */
    document: z.string().optional(),
    start: z.int().min(0),
    end: z.int().min(1),
  }),
});
export type NearTopicQuestion = z.infer<typeof nearTopicSchema>;

/** Where the report's are. */
export const NEAR_TOPIC_FILE = "scripts/fit/near-topic.jsonl";

/** @throws AppError `config_invalid` naming the first line that is no such question. */
export async function readNearTopic(path = NEAR_TOPIC_FILE): Promise<NearTopicQuestion[]> {
  return parseJsonLines(await readFile(path, "utf8"), nearTopicSchema, path, "near-topic question");
}

/** As gold questions: the right thing is to abstain. `id` stands before their numbers. */
export function nearTopicGold(
  near: readonly NearTopicQuestion[],
  id: string,
  firstDocument: string,
): GoldQuestion[] {
  return near.map(({ question, nearest: { document = firstDocument, start, end } }, i) => ({
    id: `${id}-near-${i}`,
    text: question,
    answerable: false,
    documentId: document,
    evidence: [],
    hidden: [],
    near: { start, end },
    retrieval: false,
  }));
}

/** Near-topic questions of a language, asked of the whole index with all its anticipated questions, as a user would. */
export async function readNearTopicSet(
  corpusDir: string,
  language: "en" | "es",
  near: readonly NearTopicQuestion[],
): Promise<GoldSet> {
  const { documents, meta, questions: anticipated } = await readCorpusFolder(corpusDir);
  const name = language === meta.language ? "near-topic" : `near-topic-${language}`;
  const own = near.filter((one) => one.language === language);
  return { name, documents, meta, questions: nearTopicGold(own, name, documents[0]?.id ?? ""), anticipated };
}

/** Deals items to `hands` in turn, so that each has some of every part of what they are in the order of. */
export function deal<T>(items: readonly T[], hands: number): T[][] {
  return Array.from({ length: hands }, (_, hand) => items.filter((_item, i) => i % hands === hand));
}
