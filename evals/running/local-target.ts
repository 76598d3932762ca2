import type { Assistant } from "../../src/ask.ts";
import type { Target } from "./target.ts";

/**
 * An assistant in this process.
 * @param unabashed the same one with the abstention threshold at 0
 */
export function createLocalTarget(assistant: Assistant, unabashed: Assistant): Target {
  const { id, encoder } = assistant.indexInfo;
  return {
    about: { name: "in-process", index: id, encoder },
    // One at a time: nothing is waited for but the processor.
    concurrency: 1,
    ask: (request) => assistant.ask(request),
    attempt: (request) => unabashed.ask(request),
    passage: (passageId) => Promise.resolve(assistant.passage(passageId)),
  };
}
