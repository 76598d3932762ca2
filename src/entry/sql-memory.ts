import { createSqlConversations } from "../adapters/core/sql/sql-conversations.ts";
import type { SqlDatabase } from "../adapters/core/sql/sql-database.ts";
import { createSqlFeedback } from "../adapters/core/sql/sql-feedback.ts";
import { createSqlSlackInbox } from "../adapters/core/sql/sql-slack-inbox.ts";
import type { SlackInbox } from "../ports/slack-inbox.ts";
import type { Memory } from "../remember.ts";

/** How much is kept, and for how long, under the names of the settings. */
export interface KeepingSettings {
  readonly CONVERSATION_DAYS: number;
  readonly CONVERSATION_ANSWERS: number;
  readonly MAX_CONVERSATIONS: number;
  readonly FEEDBACK_DAYS: number;
}

export interface SqlMemory extends Memory {
  /** What Slack asked for, in the same database. */
  readonly slack: SlackInbox;
  /** Removes what is too old. */
  readonly removeOld: () => Promise<void>;
}

const DAY_MS = 86_400_000;

/** All that is kept, in one SQL database that has its tables. @param clock milliseconds since 1970 */
export function createSqlMemory(
  database: SqlDatabase,
  settings: KeepingSettings,
  clock: () => number = () => Date.now(),
): SqlMemory {
  const conversations = createSqlConversations(database, { mostAnswers: settings.CONVERSATION_ANSWERS });
  const feedback = createSqlFeedback(database);
  const slack = createSqlSlackInbox(database);
  return {
    conversations,
    feedback,
    slack,
    removeOld: async () => {
      const now = clock();
      await conversations.expire(now - settings.CONVERSATION_DAYS * DAY_MS, settings.MAX_CONVERSATIONS);
      await feedback.expire(now - settings.FEEDBACK_DAYS * DAY_MS);
      await slack.expire(now - settings.CONVERSATION_DAYS * DAY_MS);
    },
  };
}
