import { z } from "zod";
import { feedbackSchema } from "../../../domain/feedback.ts";
import type { FeedbackStore } from "../../../ports/feedback-store.ts";
import { sql, type SqlDatabase } from "./sql-database.ts";

const rowSchema = z.object({ content: z.string() });

/** Feedback in a SQL table (see schema.ts). */
export function createSqlFeedback(database: SqlDatabase): FeedbackStore {
  return {
    put: (feedback) =>
      database.batch([
        sql(
          `INSERT OR REPLACE INTO feedback (answer, at, content) VALUES (?, ?, ?)`,
          feedback.answer.id,
          feedback.at,
          JSON.stringify(feedback),
        ),
      ]),
    all: async () => {
      const rows = await database.all(sql(`SELECT content FROM feedback ORDER BY at, answer`));
      return z
        .array(rowSchema)
        .parse(rows)
        .map(({ content }) => feedbackSchema.parse(JSON.parse(content)));
    },
    expire: (before) => database.batch([sql(`DELETE FROM feedback WHERE at < ?`, before)]),
  };
}
