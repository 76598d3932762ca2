import { describe, expect, it } from "vitest";
import type { Feedback } from "../domain/feedback.ts";
import { storedAnswer } from "./conversations.contract.ts";
import type { FeedbackStore } from "./feedback-store.ts";

/** What every FeedbackStore must do. */
export function feedbackStoreContract(
  name: string,
  make: () => Promise<FeedbackStore> | FeedbackStore,
): void {
  describe(`${name} keeps the FeedbackStore contract`, () => {
    const vote = (answerId: string, given: Partial<Feedback> = {}): Feedback => ({
      vote: "down",
      reason: "wrong",
      text: "It says “five”, not six;\nsee p. 3'",
      at: 1000,
      answer: storedAnswer(answerId),
      ...given,
    });

    it("gives back what it was told, oldest first", async () => {
      const store = await make();
      const [late, early] = [vote("a1", { at: 2000 }), vote("a2", { reason: null, text: null, vote: "up" })];
      await store.put(late);
      await store.put(early);
      expect(await store.all()).toEqual([early, late]);
    });

    it("keeps the last vote on an answer", async () => {
      const store = await make();
      await store.put(vote("a1"));
      await store.put(vote("a1", { vote: "up", at: 1500 }));
      expect((await store.all()).map(({ vote }) => vote)).toEqual(["up"]);
    });

    it("expires what is too old", async () => {
      const store = await make();
      await store.put(vote("a1", { at: 1000 }));
      await store.put(vote("a2", { at: 2000 }));
      await store.expire(2000);
      expect((await store.all()).map(({ answer }) => answer.id)).toEqual(["a2"]);
    });
  });
}
