import { describe, expect, it } from "vitest";
import type { StoredAnswer } from "../domain/stored-answer.ts";
import type { Conversations } from "./conversations.ts";

export function storedAnswer(id: string, given: Partial<StoredAnswer> = {}): StoredAnswer {
  return {
    id,
    question: `Question ${id}?`,
    standaloneQuestion: `Whole question ${id}?`,
    answer: "It was ‘so’. [1]",
    citations: [{ passageId: "p1", quote: "It was 'so'." }],
    reason: null,
    confidence: 0.5,
    language: "en",
    at: 1000,
    ...given,
  };
}

/** What every Conversations must do. `make` gets how many answers a conversation holds. */
export function conversationsContract(
  name: string,
  make: (mostAnswers: number) => Promise<Conversations> | Conversations,
): void {
  describe(`${name} keeps the Conversations contract`, () => {
    const ids = (answers: readonly StoredAnswer[] | null): string[] => (answers ?? []).map(({ id }) => id);

    it("gives back what it was told, in order, and null for what it does not know", async () => {
      const store = await make(10);
      const first = storedAnswer("a1", {
        question: "¿Qué “dice”?\n'; DROP TABLE answers; --",
        language: "es",
      });
      const second = storedAnswer("a2", { reason: "not_in_report", citations: [] });
      await store.begin("c1", first);
      await store.append("c1", second);
      expect(await store.answers("c1")).toEqual([first, second]);
      for (const id of ["c2", "", "__proto__", "%", "c1' OR '1'='1"])
        expect(await store.answers(id)).toBeNull();
      expect(await store.answer("a2")).toEqual(second);
      expect(await store.answer("c1")).toBeNull();
    });

    it("keeps conversations apart", async () => {
      const store = await make(10);
      await store.begin("c1", storedAnswer("a1"));
      await store.begin("c2", storedAnswer("b1"));
      await store.append("c1", storedAnswer("a2"));
      expect(ids(await store.answers("c1"))).toEqual(["a1", "a2"]);
      expect(ids(await store.answers("c2"))).toEqual(["b1"]);
    });

    it("holds as many answers as it may, the newest", async () => {
      const store = await make(3);
      await store.begin("c1", storedAnswer("a1"));
      for (const id of ["a2", "a3", "a4", "a5"]) await store.append("c1", storedAnswer(id));
      expect(ids(await store.answers("c1"))).toEqual(["a3", "a4", "a5"]);
      expect(await store.answer("a1")).toBeNull();
    });

    it("loses and doubles nothing that is added at once", async () => {
      const store = await make(100);
      await store.begin("c1", storedAnswer("a0"));
      const added = Array.from({ length: 40 }, (_, i) => `a${i + 1}`);
      await Promise.all(added.map((id) => store.append("c1", storedAnswer(id))));
      expect(ids(await store.answers("c1")).toSorted()).toEqual(["a0", ...added].toSorted());
    });

    it("forgets what is removed for good: adding to it brings nothing back", async () => {
      const store = await make(10);
      await store.begin("c1", storedAnswer("a1"));
      await store.begin("c2", storedAnswer("b1"));
      await store.remove("c1");
      await store.append("c1", storedAnswer("a2"));
      expect(await store.answers("c1")).toBeNull();
      expect(await store.answer("a1")).toBeNull();
      expect(await store.answer("a2")).toBeNull();
      expect(ids(await store.answers("c2"))).toEqual(["b1"]);
      await store.remove("never was");
    });

    it("lists what the report was silent on, oldest first", async () => {
      const store = await make(10);
      await store.begin("c1", storedAnswer("a1", { reason: "not_in_report", at: 3000 }));
      await store.begin("c2", storedAnswer("a2", { reason: "greeting", at: 1000 }));
      await store.begin("c3", storedAnswer("a3", { reason: "not_in_report", at: 2000 }));
      await store.append("c3", storedAnswer("a4", { reason: null, at: 2500 }));
      expect(ids(await store.unanswered())).toEqual(["a3", "a1"]);
    });

    it("expires conversations by their last answer, and the oldest when there are too many", async () => {
      const store = await make(10);
      await store.begin("old", storedAnswer("a1", { at: 1000 }));
      await store.begin("kept alive", storedAnswer("a2", { at: 1000 }));
      await store.append("kept alive", storedAnswer("a3", { at: 5000 }));
      await store.begin("new", storedAnswer("a4", { at: 4000 }));
      await store.expire(2000, 10);
      expect(await store.answers("old")).toBeNull();
      expect(await store.answer("a1")).toBeNull();
      expect(ids(await store.answers("kept alive"))).toEqual(["a2", "a3"]);
      await store.expire(0, 1);
      expect(await store.answers("new")).toBeNull();
      expect(ids(await store.answers("kept alive"))).toEqual(["a2", "a3"]);
    });
  });
}
