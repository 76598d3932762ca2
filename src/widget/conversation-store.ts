import * as z from "zod/mini";
import { parseJson } from "../domain/parse-json.ts";
import { answerSchema } from "./wire.ts";

const turnSchema = z.object({
  /** Names the turn, on this page and after a reload. */
  id: z.string(),
  question: z.string(),
  /** Null while it is on its way, and when none came. */
  answer: z.nullable(answerSchema),
  vote: z.nullable(z.enum(["up", "down"])),
});
export type KeptTurn = z.infer<typeof turnSchema>;

const keptSchema = z.object({ conversationId: z.nullable(z.string()), turns: z.array(turnSchema) });
export type Kept = z.infer<typeof keptSchema>;

/** Turns that are kept: enough to go on reading, and well below what browsers allow a page. */
const MOST_TURNS = 30;
const NOTHING: Kept = { conversationId: null, turns: [] };

/** A conversation in the browser, so that a reload loses nothing. Other tabs may have it open, too. */
export interface ConversationStore {
  read(): Kept;
  /** Adds a turn at the end. */
  add(turn: KeptTurn, conversationId: string | null): void;
  /** Changes a turn; one that was removed meanwhile stays removed. */
  change(turn: KeptTurn, conversationId: string | null): void;
  clear(): void;
  /** Tells of changes by others. @returns a function that ends it */
  watch(onChange: () => void): () => void;
}

/**
 * Keeps a conversation with a service under its address. Where nothing can be kept (a private window, a full store, a
 * sandboxed frame) it lives as long as the page.
 * @param storage null where the browser gives none
 */
export function createConversationStore(
  endpoint: string,
  storage: Storage | null,
  events: Pick<EventTarget, "addEventListener" | "removeEventListener"> = globalThis,
): ConversationStore {
  const key = `ask-the-report ${endpoint}`;
  const quietly = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const read = (): Kept => {
    const text = quietly(() => storage?.getItem(key) ?? "", "");
    const kept = keptSchema.safeParse(parseJson(text));
    return kept.success ? kept.data : NOTHING;
  };
  const write = (kept: Kept): void => {
    const text = JSON.stringify({ ...kept, turns: kept.turns.slice(-MOST_TURNS) });
    quietly(() => storage?.setItem(key, text), undefined);
  };
  return {
    read,
    add: (turn, conversationId) => {
      write({ conversationId, turns: [...read().turns, turn] });
    },
    change: (turn, conversationId) => {
      const { turns } = read();
      if (!turns.some(({ id }) => id === turn.id)) return;
      write({ conversationId, turns: turns.map((one) => (one.id === turn.id ? turn : one)) });
    },
    clear: () => {
      quietly(() => storage?.removeItem(key), undefined);
    },
    watch: (onChange) => {
      const listener = (event: Event): void => {
        if ("key" in event && (event.key === key || event.key === null)) onChange();
      };
      events.addEventListener("storage", listener);
      return () => {
        events.removeEventListener("storage", listener);
      };
    },
  };
}

/** The browser's store; null where reading it is forbidden. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
