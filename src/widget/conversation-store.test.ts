import { describe, expect, it } from "vitest";
import { createConversationStore, type KeptTurn } from "./conversation-store.ts";

/** As much of the browser's store as is used. */
function memoryStorage(refuses = false): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => {
      kept.clear();
    },
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (refuses) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

const turn = (question: string): KeptTurn => ({
  question,
  answer: {
    id: "a",
    conversationId: "c",
    standaloneQuestion: question,
    answer: "Yes. [1]",
    abstained: false,
    reason: null,
    citations: [],
    nearest: [],
    suggestions: [],
    notices: [],
  },
  vote: null,
});

describe("createConversationStore", () => {
  it("keeps the newest turns of each service apart", () => {
    const storage = memoryStorage();
    const [one, other] = ["https://one.example", "https://other.example"].map((endpoint) =>
      createConversationStore(endpoint, storage),
    );
    const turns = Array.from({ length: 40 }, (_, i) => turn(`question ${i}`));
    one?.write({ conversationId: "c", turns });
    expect(one?.read().turns).toHaveLength(30);
    expect(one?.read().turns.at(-1)?.question).toBe("question 39");
    expect(other?.read()).toEqual({ conversationId: null, turns: [] });
    one?.clear();
    expect(one?.read().turns).toEqual([]);
  });

  it("begins anew with what it cannot read, and goes on where nothing can be kept", () => {
    const storage = memoryStorage();
    for (const text of [
      "{",
      "null",
      '{"conversationId":1,"turns":[]}',
      '{"conversationId":null,"turns":[{}]}',
    ]) {
      storage.setItem("ask-the-report https://one.example", text);
      expect(createConversationStore("https://one.example", storage).read().turns).toEqual([]);
    }
    for (const given of [null, memoryStorage(true)]) {
      const store = createConversationStore("https://one.example", given);
      store.write({ conversationId: "c", turns: [turn("x")] });
      expect(store.read().turns).toEqual([]);
      store.clear();
    }
  });
});
