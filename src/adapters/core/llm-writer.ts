import type { AnswerWriter, KeyedPassage } from "../../ports/answer-writer.ts";
import { messagesOf, type Prompt } from "../../ports/prompt.ts";
import type { ModelCalls } from "./model-calls.ts";

export interface LlmWriterOptions {
  readonly calls: ModelCalls;
  /** Names the model in answers' cache keys. */
  readonly model: string;
  readonly prompts: { readonly answer: Prompt; readonly repair: Prompt };
}

/** Answers written by a language model, after prompts/answer.md and prompts/repair.md. */
export function createLlmWriter({ calls, model, prompts }: LlmWriterOptions): AnswerWriter {
  const { answer, repair } = prompts;
  return {
    model,
    promptVersion: [answer, repair].map(({ id, version }) => `${id}@${version}`).join(" "),
    write: ({ question, report, passages }, signal, variant) =>
      calls.stream(
        messagesOf(answer, {
          question: JSON.stringify({ question }),
          report: JSON.stringify(report),
          passages: jsonLines(passages),
        }),
        signal,
        variant,
      ),
    repair: ({ sentence, faults, passages }, signal) =>
      calls.reply(
        messagesOf(repair, {
          sentence: JSON.stringify({ sentence }),
          faults: JSON.stringify({ faults }),
          passages: jsonLines(passages),
        }),
        signal,
      ),
  };
}

/** A line each: a passage is data and cannot end its own quotation marks. */
function jsonLines(passages: readonly KeyedPassage[]): string {
  return passages.map(({ key, where, text }) => JSON.stringify({ key, where, text })).join("\n");
}
