import type { Assistant } from "../../src/ask.ts";
import type { Target } from "./target.ts";

export interface LocalTargetOptions {
  /** Default 1: nothing is waited for but the processor. */
  readonly concurrency?: number;
}

/**
 * An assistant in this process.
 * @param unabashed the same one with the abstention threshold at 0; null when it is not to be asked
 */
export function createLocalTarget(
  assistant: Assistant,
  unabashed: Assistant | null,
  { concurrency = 1 }: LocalTargetOptions = {},
): Target {
  const { id, encoder } = assistant.indexInfo;
  return {
    about: { name: "in-process", index: id, encoder },
    concurrency,
    ask: (request) => assistant.ask(request),
    attempt: unabashed && ((request) => unabashed.ask(request)),
    passage: (passageId) => Promise.resolve(assistant.passage(passageId)),
  };
}
