import type { Feedback } from "../domain/feedback.ts";
import type { StoredAnswer } from "../domain/stored-answer.ts";
import type { Conversations } from "./conversations.ts";
import type { SlackJob, SlackPost } from "../domain/slack-job.ts";
import type { FeedbackStore } from "./feedback-store.ts";
import type { SlackInbox } from "./slack-inbox.ts";

/** Conversations in memory. */
export function fakeConversations(mostAnswers = 20): Conversations {
  const kept = new Map<string, StoredAnswer[]>();
  const every = (): StoredAnswer[] => [...kept.values()].flat();
  const touched = (id: string): number => Math.max(...(kept.get(id) ?? []).map(({ at }) => at));
  const conversations: Conversations = {
    answers: (id) => Promise.resolve(kept.get(id) ?? null),
    begin: (id, first) => {
      kept.set(id, []);
      return conversations.append(id, first);
    },
    append: (id, answer) => {
      const before = kept.get(id);
      if (before) kept.set(id, [...before, answer].slice(-mostAnswers));
      return Promise.resolve();
    },
    remove: (id) => {
      kept.delete(id);
      return Promise.resolve();
    },
    answer: (answerId) => Promise.resolve(every().find(({ id }) => id === answerId) ?? null),
    unanswered: () =>
      Promise.resolve(
        every()
          .filter(({ reason }) => reason === "not_in_report")
          .sort((a, b) => a.at - b.at),
      ),
    expire: (before, most) => {
      const newest = [...kept.keys()].sort((a, b) => touched(b) - touched(a)).slice(0, most);
      for (const id of [...kept.keys()]) {
        if (!newest.includes(id) || touched(id) < before) kept.delete(id);
      }
      return Promise.resolve();
    },
  };
  return conversations;
}

/** Slack's jobs in memory. */
export function fakeSlackInbox(): SlackInbox {
  const jobs = new Map<
    string,
    { readonly job: SlackJob; readonly at: number; done: boolean; post: SlackPost | null }
  >();
  const claims = new Map<string, { readonly claimant: string; readonly until: number }>();
  const threads = new Map<string, { readonly conversation: string; readonly at: number }>();
  return {
    add: (job, at) => {
      const isNew = !jobs.has(job.id);
      if (isNew) jobs.set(job.id, { job, at, done: false, post: null });
      return Promise.resolve(isNew);
    },
    pending: () =>
      Promise.resolve(
        [...jobs.values()]
          .filter(({ done }) => !done)
          .sort((a, b) => a.at - b.at || (a.job.id < b.job.id ? -1 : 1))
          .map(({ job, post }) => ({ job, post })),
      ),
    claim: (id, claimant, at, until) => {
      const held = claims.get(id);
      const free = held === undefined || held.claimant === claimant || held.until <= at;
      const claimed = free && jobs.get(id)?.done === false;
      if (claimed) claims.set(id, { claimant, until });
      return Promise.resolve(claimed);
    },
    posted: (id, post) => {
      const kept = jobs.get(id);
      if (kept) kept.post = post;
      return Promise.resolve();
    },
    done: (id) => {
      const kept = jobs.get(id);
      if (kept) kept.done = true;
      return Promise.resolve();
    },
    conversation: (thread) => Promise.resolve(threads.get(thread)?.conversation ?? null),
    bind: (thread, conversation, at) => {
      threads.set(thread, { conversation, at });
      return Promise.resolve();
    },
    expire: (before) => {
      for (const [id, { done, at }] of jobs) if (done && at < before) jobs.delete(id);
      for (const [thread, { at }] of threads) if (at < before) threads.delete(thread);
      return Promise.resolve();
    },
  };
}

/** Feedback in memory. */
export function fakeFeedback(): FeedbackStore {
  let kept: Feedback[] = [];
  return {
    put: (feedback) => {
      kept = [...kept.filter(({ answer }) => answer.id !== feedback.answer.id), feedback];
      return Promise.resolve();
    },
    all: () => Promise.resolve(kept.toSorted((a, b) => a.at - b.at)),
    expire: (before) => {
      kept = kept.filter(({ at }) => at >= before);
      return Promise.resolve();
    },
  };
}
