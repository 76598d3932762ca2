import { z } from "zod";
import { storedAnswerSchema, type StoredAnswer } from "../../../domain/stored-answer.ts";
import type { Conversations } from "../../../ports/conversations.ts";
import { sql, type SqlDatabase, type SqlStatement } from "./sql-database.ts";

export interface ConversationLimits {
  /** Answers that one conversation holds. */
  readonly mostAnswers: number;
}

const rowSchema = z.object({ content: z.string() });

/** Conversations in SQL tables (see schema.ts). Each change is one batch: requests at once do not mix. */
export function createSqlConversations(
  database: SqlDatabase,
  { mostAnswers }: ConversationLimits,
): Conversations {
  const read = async (statement: SqlStatement): Promise<StoredAnswer[]> => {
    const rows = z.array(rowSchema).parse(await database.all(statement));
    return rows.map(({ content }) => storedAnswerSchema.parse(JSON.parse(content)));
  };
  const adding = (id: string, answer: StoredAnswer): SqlStatement =>
    sql(
      `INSERT INTO answers (id, conversation, place, reason, at, content)
       SELECT ?, id, (SELECT COALESCE(MAX(place), 0) + 1 FROM answers WHERE conversation = ?), ?, ?, ?
       FROM conversations WHERE id = ?`,
      answer.id,
      id,
      answer.reason,
      answer.at,
      JSON.stringify(answer),
      id,
    );
  const goingOn = (id: string, answer: StoredAnswer): SqlStatement[] => [
    adding(id, answer),
    sql(`UPDATE conversations SET touched = MAX(touched, ?) WHERE id = ?`, answer.at, id),
    sql(
      `DELETE FROM answers WHERE conversation = ?
       AND place <= (SELECT MAX(place) FROM answers WHERE conversation = ?) - ?`,
      id,
      id,
      mostAnswers,
    ),
  ];
  return {
    answers: async (id) => {
      const found = await read(sql(`SELECT content FROM answers WHERE conversation = ? ORDER BY place`, id));
      return found.length === 0 ? null : found;
    },
    // Each statement takes its time: a first answer is none too many.
    begin: (id, first) =>
      database.batch([
        sql(
          `INSERT INTO conversations (id, touched) VALUES (?, ?)
           ON CONFLICT (id) DO UPDATE SET touched = MAX(touched, excluded.touched)`,
          id,
          first.at,
        ),
        adding(id, first),
      ]),
    append: (id, answer) => database.batch(goingOn(id, answer)),
    remove: (id) =>
      database.batch([
        sql(`DELETE FROM answers WHERE conversation = ?`, id),
        sql(`DELETE FROM conversations WHERE id = ?`, id),
      ]),
    answer: async (answerId) =>
      (await read(sql(`SELECT content FROM answers WHERE id = ?`, answerId)))[0] ?? null,
    unanswered: () => read(sql(`SELECT content FROM answers WHERE reason = 'not_in_report' ORDER BY at, id`)),
    expire: (before, most) => {
      const old = `SELECT id FROM conversations WHERE touched < ? UNION
        SELECT id FROM (SELECT id FROM conversations ORDER BY touched DESC, id LIMIT -1 OFFSET ?)`;
      return database.batch([
        sql(`DELETE FROM answers WHERE conversation IN (${old})`, before, most),
        sql(`DELETE FROM conversations WHERE id IN (${old})`, before, most),
      ]);
    },
  };
}
