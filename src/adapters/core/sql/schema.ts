import { sql, type SqlDatabase, type SqlStatement } from "./sql-database.ts";

/** The tables; making them again changes nothing. */
export const SCHEMA: readonly SqlStatement[] = [
  sql(`CREATE TABLE IF NOT EXISTS conversations (id TEXT PRIMARY KEY, touched INTEGER NOT NULL)`),
  sql(`CREATE INDEX IF NOT EXISTS conversations_touched ON conversations (touched)`),
  sql(`CREATE TABLE IF NOT EXISTS answers (
    id TEXT PRIMARY KEY,
    conversation TEXT NOT NULL,
    place INTEGER NOT NULL,
    reason TEXT,
    at INTEGER NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (conversation, place)
  )`),
  sql(
    `CREATE TABLE IF NOT EXISTS feedback (answer TEXT PRIMARY KEY, at INTEGER NOT NULL, content TEXT NOT NULL)`,
  ),
  sql(`CREATE INDEX IF NOT EXISTS feedback_at ON feedback (at)`),
  sql(`CREATE TABLE IF NOT EXISTS slack_jobs (
    id TEXT PRIMARY KEY,
    claim TEXT NOT NULL,
    done INTEGER NOT NULL,
    at INTEGER NOT NULL,
    content TEXT NOT NULL,
    post TEXT
  )`),
  sql(`CREATE INDEX IF NOT EXISTS slack_jobs_done ON slack_jobs (done, at)`),
  sql(
    `CREATE TABLE IF NOT EXISTS slack_claims (job TEXT PRIMARY KEY, claimant TEXT NOT NULL, until INTEGER NOT NULL)`,
  ),
  sql(
    `CREATE TABLE IF NOT EXISTS slack_threads (thread TEXT PRIMARY KEY, conversation TEXT NOT NULL, at INTEGER NOT NULL)`,
  ),
];

export async function makeTables(database: SqlDatabase): Promise<void> {
  await database.batch(SCHEMA);
}
