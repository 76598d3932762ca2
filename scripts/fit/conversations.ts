import { readFile } from "node:fs/promises";
import { z } from "zod";
import { anticipatedQuestionSchema, QUESTION_LANGUAGES } from "../../src/domain/anticipated-question.ts";
import { parseJsonLines } from "../../src/domain/json-lines.ts";

/** Where they are. */
export const CONVERSATIONS_FILE = "scripts/fit/conversations.jsonl";

const conversationSchema = z.strictObject({
  /** Whoever wrote it: one writer's conversations are never fitted and measured on together. */
  writer: z.string().min(1),
  /** Of the questions; the answers are the corpus's own. */
  language: z.enum(QUESTION_LANGUAGES).default("en"),
  turns: z
    .array(
      z.strictObject({
        question: z.string().trim().min(1),
        /** The same as a question that means the same alone; missing where it does as it is. */
        standalone: z.string().trim().min(1).optional(),
        /** Whether it leaves the subject of the turns before. */
        switch: z.literal(true).optional(),
        /** The sentences that answer, best first; none where the corpus does not. */
        answers: z.array(anticipatedQuestionSchema.shape.answers.element),
      }),
    )
    .min(2),
});
export type Conversation = z.infer<typeof conversationSchema>;

/**
 * Conversations about the report as people might have them, with the sentences that answer each turn.
 * @throws AppError `config_invalid` naming the first line that is no conversation.
 */
export async function readConversations(path = CONVERSATIONS_FILE): Promise<Conversation[]> {
  return parseJsonLines(await readFile(path, "utf8"), conversationSchema, path, "conversation");
}
