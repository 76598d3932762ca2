import { createSqlConversations } from "../adapters/core/sql/sql-conversations.ts";
import { createSqlFeedback } from "../adapters/core/sql/sql-feedback.ts";
import { createSqlSlackInbox } from "../adapters/core/sql/sql-slack-inbox.ts";
import { openSqlite } from "../adapters/node/sqlite.ts";
import type { Logger } from "../ports/logger.ts";
import type { SlackInbox } from "../ports/slack-inbox.ts";
import type { Memory } from "../remember.ts";
import type { Settings } from "./settings.ts";

const DAY_MS = 86_400_000;
const UPKEEP_MS = 3_600_000;

export interface OpenMemory extends Memory {
  /** What Slack asked for, in the same database. */
  readonly slack: SlackInbox;
  close(): Promise<void>;
}

export type MemorySettings = Pick<
  Settings,
  "DATABASE" | "CONVERSATION_DAYS" | "CONVERSATION_ANSWERS" | "MAX_CONVERSATIONS" | "FEEDBACK_DAYS"
>;

export interface MemoryOptions {
  readonly logger?: Logger;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/**
 * Opens the database that the settings name, removes what is too old, now and every hour, and gives what is kept; null
 * when DATABASE is off.
 * @throws AppError `target_unwritable` when it cannot be opened.
 */
export async function openMemory(
  settings: MemorySettings,
  { logger, clock = () => Date.now() }: MemoryOptions = {},
): Promise<OpenMemory | null> {
  if (settings.DATABASE === "off") return null;
  const database = await openSqlite(settings.DATABASE);
  const conversations = createSqlConversations(database, { mostAnswers: settings.CONVERSATION_ANSWERS });
  const feedback = createSqlFeedback(database);
  const slack = createSqlSlackInbox(database);
  const upkeep = async (): Promise<void> => {
    const now = clock();
    await conversations.expire(now - settings.CONVERSATION_DAYS * DAY_MS, settings.MAX_CONVERSATIONS);
    await feedback.expire(now - settings.FEEDBACK_DAYS * DAY_MS);
    await slack.expire(now - settings.CONVERSATION_DAYS * DAY_MS);
    await database.compact();
  };
  await upkeep();
  const timer = setInterval(() => {
    upkeep().catch((error: unknown) => logger?.error("old conversations cannot be removed", { error }));
  }, UPKEEP_MS);
  timer.unref();
  return {
    conversations,
    feedback,
    slack,
    close: async () => {
      clearInterval(timer);
      await database.close();
    },
  };
}
