import type { Logger } from "../ports/logger.ts";
import type { SlackInbox } from "../ports/slack-inbox.ts";
import type { Memory } from "../remember.ts";

/** What the bot is set up with, under the names of the settings. */
export interface SlackSettings {
  readonly SLACK_SIGNING_SECRET: string;
  readonly SLACK_BOT_TOKEN: string;
  readonly SLACK_CHANNELS: readonly string[];
  readonly SLACK_THREADS: "mentions" | "all";
  readonly SLACK_API_URL: string;
}

export interface SlackMemory extends Memory {
  readonly slack: SlackInbox;
}

/** Whether the bot can be set up; else a line in the log says what is missing. @param memory its name, and what there is */
export function isSlackSetUp(
  { SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN }: SlackSettings,
  memory: { readonly name: string; readonly isThere: boolean },
  logger: Logger,
): boolean {
  const missing = [
    ...(SLACK_SIGNING_SECRET === "" ? ["SLACK_SIGNING_SECRET"] : []),
    ...(SLACK_BOT_TOKEN === "" ? ["SLACK_BOT_TOKEN"] : []),
    ...(memory.isThere ? [] : [memory.name]),
  ];
  if (missing.length > 0) logger.info("Slack is off: settings are missing", { missing: missing.join(", ") });
  return missing.length === 0;
}
