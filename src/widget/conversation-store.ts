import * as z from "zod/mini";
import { parseJson } from "./parse-json.ts";
import { answerSchema } from "./wire.ts";

const turnSchema = z.object({
  question: z.string(),
  answer: answerSchema,
  vote: z.nullable(z.enum(["up", "down"])),
});
/** A question with its whole answer. */
export type KeptTurn = z.infer<typeof turnSchema>;

const keptSchema = z.object({ conversationId: z.nullable(z.string()), turns: z.array(turnSchema) });
export type Kept = z.infer<typeof keptSchema>;

/** Turns that are kept: enough to go on reading, and well below what browsers allow a page. */
const MOST_TURNS = 30;
const NOTHING: Kept = { conversationId: null, turns: [] };

/** A conversation in the browser, so that a reload loses nothing. */
export interface ConversationStore {
  read(): Kept;
  write(kept: Kept): void;
  clear(): void;
}

/**
 * Keeps a conversation with a service under its address. Where nothing can be kept (a private window, a full store, a
 * sandboxed frame) it lives as long as the page.
 * @param storage null where the browser gives none
 */
export function createConversationStore(endpoint: string, storage: Storage | null): ConversationStore {
  const key = `ask-the-report ${endpoint}`;
  const quietly = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    read: () => {
      const text = quietly(() => storage?.getItem(key) ?? "", "");
      const kept = keptSchema.safeParse(parseJson(text));
      return kept.success ? kept.data : NOTHING;
    },
    write: ({ conversationId, turns }) => {
      const text = JSON.stringify({ conversationId, turns: turns.slice(-MOST_TURNS) });
      quietly(() => storage?.setItem(key, text), undefined);
    },
    clear: () => {
      quietly(() => storage?.removeItem(key), undefined);
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
