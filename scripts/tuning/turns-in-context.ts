import type { Span } from "../../src/domain/span.ts";
import { behindQuestion } from "../../src/retrieve/index.ts";
import type { Conversation } from "../fit/conversations.ts";

/** A turn that leans on the one before. */
export interface TurnInContext {
  /** As the encoder reads it in a conversation: behind it the last question, or the last answer, or only how that begins. */
  readonly behind: { readonly question: string; readonly answer: string; readonly quote: string };
  /** What answers it; nothing where the report does not. */
  readonly answers: readonly Span[];
  /** What answered the turn before. */
  readonly before: readonly Span[];
}

/**
 * The follow-ups of a conversation; a turn that leaves the subject is none, nor is one after a turn without an answer.
 * @param recase gives an English question the capitals that the texts have
 */
export function turnsInContext(
  { turns, language }: Conversation,
  recase: (question: string) => string,
): TurnInContext[] {
  const asked = language === "en" ? recase : (question: string) => question;
  return turns.flatMap((turn, i): TurnInContext[] => {
    const last = turns[i - 1];
    const [quote] = last?.answers ?? [];
    if (!last || !quote || turn.switch) return [];
    const behind = (text: string): string => behindQuestion(asked(turn.question), text);
    const answer = last.answers.map(({ text }) => text).join(" ");
    return [
      {
        behind: {
          question: behind(asked(last.question)),
          answer: behind(answer),
          quote: behind(quote.text),
        },
        answers: turn.answers,
        before: last.answers,
      },
    ];
  });
}

/** The turns of a conversation that are answered, as questions that mean the same alone. */
export function standaloneTurns({ writer, language, turns }: Conversation) {
  return turns
    .filter(({ answers }) => answers.length > 0)
    .map(({ question, standalone = question, answers }) => ({
      question: standalone,
      language,
      writer,
      answers,
    }));
}
