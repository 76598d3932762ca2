import type { Condenser, SpokenTurn } from "../../ports/condenser.ts";
import type { ModelCalls } from "./model-calls.ts";
import { messagesOf, type Prompt } from "../../ports/prompt.ts";

export interface LlmCondenserOptions {
  readonly calls: ModelCalls;
  /** prompts/condense.md. */
  readonly prompt: Prompt;
  /** Milliseconds that a reply may take: a reader waits for it. */
  readonly timeoutMs?: number;
}

const TURNS = 6;
/** Characters of an answer that are shown: what a follow-up points at is named early. */
const ANSWER = 600;

/** Follow-ups rewritten by a language model. */
export function createLlmCondenser({ calls, prompt, timeoutMs = 5_000 }: LlmCondenserOptions): Condenser {
  return {
    condense: async (question, turns, signal) => {
      const limit = AbortSignal.timeout(timeoutMs);
      const reply = await calls.reply(
        messagesOf(prompt, { conversation: conversation(turns), question: JSON.stringify(question) }),
        signal ? AbortSignal.any([signal, limit]) : limit,
      );
      return reply.trim();
    },
  };
}

/** As JSON, a line a turn: what was said is data and cannot end its own quotation marks. */
function conversation(turns: readonly SpokenTurn[]): string {
  return turns
    .slice(-TURNS)
    .map(({ question, answer }) => JSON.stringify({ reader: question, assistant: answer.slice(0, ANSWER) }))
    .join("\n");
}
