import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationsContract, storedAnswer } from "../../ports/conversations.contract.ts";
import { feedbackStoreContract } from "../../ports/feedback-store.contract.ts";
import { slackInboxContract } from "../../ports/slack-inbox.contract.ts";
import { createSqlSlackInbox } from "../core/sql/sql-slack-inbox.ts";
import { createSqlConversations } from "../core/sql/sql-conversations.ts";
import { createSqlFeedback } from "../core/sql/sql-feedback.ts";
import { openSqlite, type Sqlite } from "./sqlite.ts";

let folder = "";
const open: Sqlite[] = [];
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sqlite-"));
});
afterAll(async () => {
  for (const database of open) await database.close();
  await rm(folder, { recursive: true });
});

async function database(path = join(folder, "new", `${(made += 1)}.db`)): Promise<Sqlite> {
  const opened = await openSqlite(path);
  open.push(opened);
  return opened;
}

conversationsContract("SQLite", async (mostAnswers) =>
  createSqlConversations(await database(), { mostAnswers }),
);
feedbackStoreContract("SQLite", async () => createSqlFeedback(await database()));
slackInboxContract("SQLite", async () => createSqlSlackInbox(await database()));

describe("openSqlite", () => {
  it("finds again what another connection wrote, while that one is still open", async () => {
    const path = join(folder, "shared.db");
    const [one, two] = [await database(path), await database(path)];
    const writer = createSqlConversations(one, { mostAnswers: 5 });
    const reader = createSqlConversations(two, { mostAnswers: 5 });
    await writer.begin("c1", storedAnswer("a1"));
    expect(await reader.answers("c1")).toEqual([storedAnswer("a1")]);
    await Promise.all([
      writer.append("c1", storedAnswer("a2")),
      reader.append("c1", storedAnswer("a3")),
      writer.append("c1", storedAnswer("a4")),
      reader.append("c1", storedAnswer("a5")),
    ]);
    expect((await reader.answers("c1"))?.map(({ id }) => id).toSorted()).toEqual([
      "a1",
      "a2",
      "a3",
      "a4",
      "a5",
    ]);
  });

  it("leaves no trace of a removed conversation in its files once the log is written back", async () => {
    const path = join(folder, "removed", "secret.db");
    const opened = await openSqlite(path);
    const store = createSqlConversations(opened, { mostAnswers: 5 });
    await store.begin("c1", storedAnswer("a1", { question: "A telling question" }));
    await store.begin("c2", storedAnswer("b1", { question: "Another question" }));
    await store.remove("c1");
    await opened.close();
    const files = await readdir(join(folder, "removed"));
    const texts = await Promise.all(files.map((file) => readFile(join(folder, "removed", file), "latin1")));
    expect(texts.join("")).toContain("Another question");
    expect(texts.join("")).not.toContain("A telling question");
  });

  it("names a file that is no database, and leaves it as it is", async () => {
    const path = join(folder, "notes.txt");
    await writeFile(path, "These are my notes, and they are no database at all.\n".repeat(20));
    const error = await openSqlite(path).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "target_unwritable" });
    expect(String(error)).toContain(path);
    expect(await readFile(path, "utf8")).toContain("my notes");
  });
});
