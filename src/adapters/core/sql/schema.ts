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
];

export async function makeTables(database: SqlDatabase): Promise<void> {
  await database.batch(SCHEMA);
}
