import { beforeAll, describe, expect, it } from "vitest";
import { conversationsContract } from "../../ports/conversations.contract.ts";
import { feedbackStoreContract } from "../../ports/feedback-store.contract.ts";
import { slackInboxContract } from "../../ports/slack-inbox.contract.ts";
import { makeTables } from "../core/sql/schema.ts";
import { createSqlConversations } from "../core/sql/sql-conversations.ts";
import { sql, type SqlDatabase } from "../core/sql/sql-database.ts";
import { createSqlFeedback } from "../core/sql/sql-feedback.ts";
import { createSqlSlackInbox } from "../core/sql/sql-slack-inbox.ts";
import { createD1Database, type D1Binding } from "./d1-database.ts";
import { bindings, emptyD1 } from "./workerd.fixture.ts";

conversationsContract("D1", async (mostAnswers) => createSqlConversations(await emptyD1(), { mostAnswers }));
feedbackStoreContract("D1", async () => createSqlFeedback(await emptyD1()));
slackInboxContract("D1", async () => createSqlSlackInbox(await emptyD1()));

describe("the migrations", () => {
  it("make the tables and indexes that Node makes", async () => {
    const node = createD1Database(bindings.EMPTY_DB);
    await makeTables(node);
    const made = await schemaOf(await emptyD1());
    expect(made.map(({ name }) => name)).toContain("slack_jobs_done");
    expect(made).toEqual(await schemaOf(node));
  });
});

describe("createD1Database", () => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await emptyD1();
  });
  const bind = (thread: string) => sql(`INSERT INTO slack_threads VALUES (?, ?, ?)`, thread, "c", 1);

  it("runs all statements of a batch or none", async () => {
    const failed = database.batch([bind("a"), bind("b"), bind("a")]);
    await expect(failed).rejects.toMatchObject({ code: "database_unavailable", retryable: false });
    expect(await database.all(sql(`SELECT * FROM slack_threads`))).toEqual([]);
    await database.batch([bind("a"), bind("b")]);
    expect(await database.all(sql(`SELECT thread, at FROM slack_threads WHERE thread = ?`, "b"))).toEqual([
      { thread: "b", at: 1 },
    ]);
    await database.batch([]);
  });

  it("says how to make tables that are missing", async () => {
    const failed = database.all(sql(`SELECT * FROM absent`));
    await expect(failed).rejects.toThrow("wrangler d1 migrations apply");
  });

  it("tells failures that pass from those that stay", async () => {
    const failing = (message: string): D1Binding => ({
      prepare: (text) => bindings.DB.prepare(text),
      batch: () => Promise.reject(new Error(message)),
    });
    const retryable = async (message: string): Promise<unknown> =>
      createD1Database(failing(message))
        .batch([bind("x")])
        .catch((error: unknown) => error);
    for (const message of [
      "D1_ERROR: Network connection lost.",
      "D1_ERROR: D1 DB is overloaded. Requests queued for too long.",
      "D1_ERROR: Internal error in D1 DB storage caused object to be reset.",
      "D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.",
    ]) {
      expect(await retryable(message), message).toMatchObject({ retryable: true });
    }
    for (const message of ["D1_ERROR: UNIQUE constraint failed", "D1_ERROR: near x: syntax error"]) {
      expect(await retryable(message), message).toMatchObject({ retryable: false });
    }
  });
});

/** What was made, in one spelling: SQLite keeps the words as they were written. */
async function schemaOf(database: SqlDatabase): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await database.all(sql(`SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name`));
  return rows
    .filter(({ tbl_name }) => !/^(?:_cf_|sqlite_|d1_)/u.test(String(tbl_name)))
    .map((row) => ({
      ...row,
      sql: String(row["sql"])
        .replaceAll(/\s+/gu, " ")
        .replaceAll(/ ?([()]) ?/gu, "$1"),
    }));
}
