import type { Feedback } from "../domain/feedback.ts";
import type { StoredAnswer } from "../domain/stored-answer.ts";
import type { Conversations } from "./conversations.ts";
import type { FeedbackStore } from "./feedback-store.ts";

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
