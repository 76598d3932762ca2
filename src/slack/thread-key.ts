import type { AskJob } from "../domain/slack-job.ts";

/** Names a conversation: a thread, or the channel of direct messages. */
export function threadKey({ channel, thread }: Pick<AskJob, "channel" | "thread">): string {
  return thread === null ? channel : `${channel} ${thread}`;
}
