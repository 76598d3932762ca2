import type { Conversation, Turn } from "./conversation.ts";
import type { Strings } from "./strings.ts";

/** What every view needs. */
export interface ViewContext {
  readonly strings: Strings;
  readonly conversation: Conversation;
  /** A response's address, which may be relative to the service, as an absolute one; "#" for what is no address. */
  readonly addressOf: (url: string) => string;
  /** Asks a question, as if it had been typed. */
  readonly ask: (question: string) => void;
  /** Asks a turn's question again. */
  readonly retry: (turn: Turn) => void;
  /** Tells a screen reader. */
  readonly say: (text: string) => void;
}
