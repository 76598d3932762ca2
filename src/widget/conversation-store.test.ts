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

const turn = (id: string, given: Partial<KeptTurn> = {}): KeptTurn => ({
  id,
  question: `question ${id}`,
  answer: null,
  vote: null,
  ...given,
});
const NOTHING = { conversationId: null, turns: [] };

describe("createConversationStore", () => {
  it("keeps the newest turns of each service apart", () => {
    const storage = memoryStorage();
    const one = createConversationStore("https://one.example", storage);
    for (let i = 0; i < 40; i += 1) one.add(turn(`${i}`), "c");
    expect(one.read().turns).toHaveLength(30);
    expect(one.read().turns.at(-1)?.id).toBe("39");
    expect(createConversationStore("https://other.example", storage).read()).toEqual(NOTHING);
    one.clear();
    expect(one.read()).toEqual(NOTHING);
  });

  it("loses nothing to another tab, and brings back nothing that was removed there", () => {
    const storage = memoryStorage();
    const [one, other] = [1, 2].map(() => createConversationStore("https://one.example", storage));
    one?.add(turn("a"), "c");
    other?.add(turn("b"), "c");
    one?.change(turn("a", { vote: "up" }), "c");
    expect(other?.read().turns.map(({ id, vote }) => [id, vote])).toEqual([
      ["a", "up"],
      ["b", null],
    ]);
    other?.clear();
    one?.change(turn("a", { vote: "down" }), "c");
    expect(one?.read()).toEqual(NOTHING);
  });

  it("tells of changes by other tabs, of its own service only", () => {
    const events = new EventTarget();
    let told = 0;
    const end = createConversationStore("https://one.example", memoryStorage(), events).watch(
      () => (told += 1),
    );
    const change = (key: string | null): boolean =>
      events.dispatchEvent(Object.assign(new Event("storage"), { key }));
    change("ask-the-report https://one.example");
    change("ask-the-report https://other.example");
    change(null);
    end();
    change(null);
    expect(told).toBe(2);
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
      expect(createConversationStore("https://one.example", storage).read()).toEqual(NOTHING);
    }
    for (const given of [null, memoryStorage(true)]) {
      const store = createConversationStore("https://one.example", given);
      store.add(turn("x"), "c");
      expect(store.read()).toEqual(NOTHING);
      store.clear();
    }
  });
});
