import type { Assistant } from "../ask.ts";
import { askRequestSchema, type AskResponse } from "../domain/contract.ts";
import { AppError } from "../domain/errors.ts";
import type { AskJob, SlackJob, SlackPost } from "../domain/slack-job.ts";
import type { Logger } from "../ports/logger.ts";
import type { SlackInbox } from "../ports/slack-inbox.ts";
import { askInConversation, giveFeedback, type Memory } from "../remember.ts";
import { answerMessage, lineMessage, type SlackMessage } from "./answer-blocks.ts";
import { createExclusively, waitForTurn } from "./exclusive.ts";
import type { SlackApi } from "./slack-api.ts";
import { stringsFor } from "./strings.ts";
import { threadKey } from "./thread-key.ts";

export interface WorkDeps {
  readonly assistant: () => Promise<Assistant>;
  readonly memory: Memory;
  readonly inbox: SlackInbox;
  readonly api: SlackApi;
  readonly logger: Logger;
  /** Milliseconds after which a placeholder is posted. */
  readonly patienceMs?: number;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** Jobs worked on at once. */
  readonly lanes?: number;
  /**
   * Milliseconds for which jobs are claimed, where other processes work on the same inbox; null, the default, where none
   * does. What a killed process was working on is gone on with when its claim has run out.
   */
  readonly claimMs?: number | null;
}

/** Does what Slack asked for. */
export interface SlackWorker {
  /** Works on a job that was added to the inbox; resolves when that is over, whatever came of it. */
  work(job: SlackJob): Promise<void>;
  /** Goes on with what is pending and not being worked on, oldest first. @param most as many jobs; by default all */
  resume(most?: number): Promise<void>;
}

const STRINGS = stringsFor("en");

/** A worker over an inbox: a job is done when its answer has been posted, and stays pending when Slack cannot be reached. */
export function createSlackWorker(deps: WorkDeps): SlackWorker {
  const { inbox, api, logger, patienceMs = 1_000, clock = () => Date.now(), lanes = 4 } = deps;
  const { claimMs = null } = deps;
  const exclusively = claimMs === null ? null : createExclusively({ inbox, claimMs, logger, clock });
  const inWork = new Set<string>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  const inLane = async (work: () => Promise<void>): Promise<void> => {
    if (busy >= lanes) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
    try {
      await work();
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };

  /** One after the other for each thread: a follow-up goes on with what was answered before it. */
  const threads = new Map<string, Promise<void>>();
  const inThread = async (job: SlackJob, work: () => Promise<void>): Promise<void> => {
    if (job.kind !== "ask" || job.delivery === "respond") return work();
    const key = threadKey(job);
    const turn = (threads.get(key) ?? Promise.resolve()).then(work, work);
    threads.set(key, turn);
    try {
      await turn;
    } finally {
      if (threads.get(key) === turn) threads.delete(key);
    }
  };

  /** @param resumed whether it was pending before: then it may be done, or posted, already */
  const perform = async (job: SlackJob, resumed: boolean): Promise<void> => {
    if (inWork.has(job.id)) return;
    inWork.add(job.id);
    const inTurn = (): Promise<void> =>
      inThread(job, async () => {
        const known = resumed ? await knownPost(job) : null;
        if (known === "done") return;
        await inLane(() => (job.kind === "ask" ? answer(job, known) : vote(job)));
        await inbox.done(job.id);
      });
    const afterOthers = async (): Promise<void> => {
      // What is resumed is resumed in its order, by one process.
      if (!resumed && job.kind === "ask" && job.delivery === "post") await waitForTurn(job, { inbox, clock });
      await inTurn();
    };
    try {
      await (exclusively === null ? inTurn() : exclusively(job, afterOthers));
    } catch (error) {
      await give(job, error);
    } finally {
      inWork.delete(job.id);
    }
  };

  /** What Slack refuses for good is given up; anything else stays pending. */
  const give = async (job: SlackJob, error: unknown): Promise<void> => {
    const refused = isRefusal(error);
    logger.error(refused ? "Slack refused an answer" : "an answer for Slack is tried again later", {
      job: job.id,
      error,
    });
    if (!refused) return;
    await inbox.done(job.id).catch((failure: unknown) => {
      logger.error("it could not be kept that a question from Slack is done", {
        job: job.id,
        error: failure,
      });
    });
  };

  const knownPost = async (job: SlackJob): Promise<SlackPost | "done" | null> => {
    const kept = (await inbox.pending()).find((one) => one.job.id === job.id);
    if (!kept) return "done";
    if (job.kind !== "ask" || job.delivery === "respond") return null;
    return kept.post ?? findPost(job);
  };

  const answer = async (job: AskJob, known: SlackPost | null): Promise<void> => {
    const { channel, thread, id: jobId } = job;
    const target = { channel, thread, jobId };
    let post = known;
    const place = async (message: SlackMessage): Promise<void> => {
      post = await api.post(target, message);
      await inbox.posted(jobId, post);
    };
    const asking = ask(job);
    // A rejection is waited for below; until then nobody else hears of it.
    asking.catch(() => undefined);
    const late = job.delivery === "post" && (await isLate(asking, patienceMs));
    if (late && post === null) {
      // Where the bot is no member, the answer itself finds another way.
      await place(lineMessage(STRINGS.searching)).catch((error: unknown) => {
        if (!isRefusal(error) || job.responseUrl === null) throw error;
      });
    }
    const response = await asking.catch((error: unknown) => {
      logger.error("a question from Slack was not answered", { job: jobId, error });
      return null;
    });
    const message =
      response === null
        ? lineMessage(STRINGS.failed)
        : answerMessage(response, job.quotes ? { user: job.user, question: job.question } : null);
    if (post !== null) await api.update(post, message);
    else if (job.delivery === "respond" && job.responseUrl !== null) {
      await api.respond(job.responseUrl, message, "all");
    } else await placeOrRespond(job, message, place);
  };

  /** Where the bot is no member it can still answer a click. */
  const placeOrRespond = async (
    { responseUrl }: AskJob,
    message: SlackMessage,
    place: (message: SlackMessage) => Promise<void>,
  ): Promise<void> => {
    try {
      await place(message);
    } catch (error) {
      if (!isRefusal(error) || responseUrl === null) throw error;
      await api.respond(responseUrl, message, "all");
    }
  };

  const ask = async (job: AskJob): Promise<AskResponse> => {
    const key = job.delivery === "respond" ? null : threadKey(job);
    const conversationId = key === null ? null : await inbox.conversation(key);
    const request = askRequestSchema.parse({ question: job.question, conversationId });
    const response = await askInConversation(await deps.assistant(), deps.memory, request);
    if (key !== null && response.conversationId !== null) {
      await inbox.bind(key, response.conversationId, clock());
    }
    return response;
  };

  const vote = async (job: Extract<SlackJob, { kind: "vote" }>): Promise<void> => {
    await giveFeedback(deps.memory, { answerId: job.answerId, vote: job.vote }, clock);
    await api.respond(job.responseUrl, lineMessage(STRINGS.thanks), "asker");
  };

  return {
    work: (job) => perform(job, false),
    resume: async (most) => {
      const pending = await inbox.pending();
      await Promise.all(pending.slice(0, most).map(({ job }) => perform(job, true)));
    },
  };

  /** It may have been posted in the moment before the process was killed. */
  async function findPost({ channel, thread, id }: AskJob): Promise<SlackPost | null> {
    try {
      return await api.find({ channel, thread, jobId: id });
    } catch (error) {
      if (error instanceof AppError && error.retryable) throw error;
      logger.warn("it could not be looked up whether a question was answered already", { job: id, error });
      return null;
    }
  }
}

/** Whether trying again is of no use. What the inbox cannot keep is no reason to give a question up. */
function isRefusal(error: unknown): boolean {
  return error instanceof AppError && !error.retryable && error.code !== "database_unavailable";
}

/** Whether some work is not over, well or ill, after a while. */
export async function isLate(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let stop = (): void => undefined;
  const late = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => {
      resolve(true);
    }, milliseconds);
    stop = () => {
      clearTimeout(timer);
    };
  });
  const early = work.then(
    () => false,
    () => false,
  );
  try {
    return await Promise.race([early, late]);
  } finally {
    stop();
  }
}
