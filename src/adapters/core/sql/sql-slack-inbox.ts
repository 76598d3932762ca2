import { z } from "zod";
import { slackJobSchema, slackPostSchema } from "../../../domain/slack-job.ts";
import type { SlackInbox } from "../../../ports/slack-inbox.ts";
import { sql, type SqlDatabase } from "./sql-database.ts";

const rowSchema = z.object({ content: z.string(), post: z.string().nullable() });
const threadSchema = z.object({ conversation: z.string() });
const countSchema = z.object({ claimed: z.number() });

/** Slack's jobs in SQL tables (see schema.ts). */
export function createSqlSlackInbox(
  database: SqlDatabase,
  newId: () => string = () => crypto.randomUUID(),
): SlackInbox {
  return {
    add: async (job, at) => {
      // Of two at once with the same id, the row has the claim of the one that made it.
      const claim = newId();
      await database.batch([
        sql(
          `INSERT OR IGNORE INTO slack_jobs (id, claim, done, at, content) VALUES (?, ?, 0, ?, ?)`,
          job.id,
          claim,
          at,
          JSON.stringify(job),
        ),
      ]);
      const [row] = await database.all(
        sql(`SELECT COUNT(*) AS claimed FROM slack_jobs WHERE id = ? AND claim = ?`, job.id, claim),
      );
      return countSchema.parse(row).claimed === 1;
    },
    pending: async () => {
      const rows = await database.all(
        sql(`SELECT content, post FROM slack_jobs WHERE done = 0 ORDER BY at, id`),
      );
      return z
        .array(rowSchema)
        .parse(rows)
        .flatMap(({ content, post }) => {
          // One that cannot be read must not keep the others from being done.
          const job = slackJobSchema.safeParse(JSON.parse(content));
          const known = post === null ? null : slackPostSchema.parse(JSON.parse(post));
          return job.success ? [{ job: job.data, post: known }] : [];
        });
    },
    claim: async (id, claimant, at, until) => {
      // One statement: of two at once, the second finds the claim of the first.
      const rows = await database.all(
        sql(
          `INSERT INTO slack_claims (job, claimant, until)
           SELECT id, ?, ? FROM slack_jobs WHERE id = ? AND done = 0
           ON CONFLICT (job) DO UPDATE SET claimant = excluded.claimant, until = excluded.until
           WHERE claimant = excluded.claimant OR until <= ?
           RETURNING job`,
          claimant,
          until,
          id,
          at,
        ),
      );
      return rows.length === 1;
    },
    posted: (id, post) =>
      database.batch([sql(`UPDATE slack_jobs SET post = ? WHERE id = ?`, JSON.stringify(post), id)]),
    // What was asked is not needed any longer; that it was asked is, for Slack's retries.
    done: (id) =>
      database.batch([
        sql(`UPDATE slack_jobs SET done = 1, content = '' WHERE id = ?`, id),
        sql(`DELETE FROM slack_claims WHERE job = ?`, id),
      ]),
    conversation: async (thread) => {
      const [row] = await database.all(
        sql(`SELECT conversation FROM slack_threads WHERE thread = ?`, thread),
      );
      return row === undefined ? null : threadSchema.parse(row).conversation;
    },
    bind: (thread, conversationId, at) =>
      database.batch([
        sql(
          `INSERT OR REPLACE INTO slack_threads (thread, conversation, at) VALUES (?, ?, ?)`,
          thread,
          conversationId,
          at,
        ),
      ]),
    expire: (before) =>
      database.batch([
        sql(`DELETE FROM slack_jobs WHERE done = 1 AND at < ?`, before),
        sql(`DELETE FROM slack_threads WHERE at < ?`, before),
      ]),
  };
}
