import type { AskJob, SlackJob } from "../domain/slack-job.ts";
import type { Logger } from "../ports/logger.ts";
import type { SlackInbox } from "../ports/slack-inbox.ts";
import { threadKey } from "./thread-key.ts";

export interface ClaimOptions {
  readonly inbox: SlackInbox;
  /** Milliseconds that a claim holds when it is not renewed; it is, three times as often, until the work is over. */
  readonly claimMs: number;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Milliseconds that a question waits at most for those before it in its thread. */
  readonly turnMs?: number;
}

/** Works on a job unless another process does. */
export type Exclusively = (job: SlackJob, work: () => Promise<void>) => Promise<void>;

const LOOK_MS = 300;

/**
 * For an inbox that several processes work on: a job is claimed before it is worked on, and left to whoever has claimed
 * it. Work that fails keeps its claim: the job is tried again when that has run out.
 */
export function createExclusively({ inbox, claimMs, logger, clock }: ClaimOptions): Exclusively {
  return async (job, work) => {
    const claimant = crypto.randomUUID();
    const claim = (): Promise<boolean> => {
      const now = clock();
      return inbox.claim(job.id, claimant, now, now + claimMs);
    };
    if (!(await claim())) return;
    const renewal = setInterval(() => {
      claim().catch((error: unknown) => {
        logger.warn("the claim of a question from Slack was not renewed", { job: job.id, error });
      });
    }, claimMs / 3);
    try {
      await work();
    } finally {
      clearInterval(renewal);
    }
  };
}

/** Waits until no other question of the thread that came before this one is pending, or a while is over. */
export async function waitForTurn(
  job: AskJob,
  { inbox, clock, turnMs = 10_000 }: Pick<ClaimOptions, "inbox" | "clock" | "turnMs">,
): Promise<void> {
  const key = threadKey(job);
  const end = clock() + turnMs;
  while (clock() < end) {
    const pending = (await inbox.pending()).map((one) => one.job);
    const place = pending.findIndex(({ id }) => id === job.id);
    const before = pending.slice(0, Math.max(0, place));
    if (!before.some((one) => one.kind === "ask" && one.delivery === "post" && threadKey(one) === key))
      return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
