import { withoutMarks } from "../domain/answer-markdown.ts";
import type { HistoryEntry } from "../domain/contract.ts";
import type { Passage } from "../domain/passage.ts";
import { plainText } from "../domain/plain-text.ts";
import type { SpokenTurn } from "../ports/condenser.ts";
import { itemsOf } from "./pointed-item.ts";
import type { Turn } from "./standalone.ts";

/** What of a history matters for the next question. */
export interface ReadHistory {
  /** Oldest first. */
  readonly turns: readonly Turn[];
  /** The same, with what was answered. */
  readonly spoken: readonly SpokenTurn[];
  /** Questions as they were asked. */
  readonly questions: readonly string[];
  /** Text of the last answer; "" when there is none. */
  readonly lastAnswer: string;
  /** Texts of the answers before that one. */
  readonly earlierAnswers: string;
  /** Passages, by id, that the last answer with citations quoted. */
  readonly quoted: readonly string[];
  /** What a follow-up is read with: the last answer without its marks, or the last question where that quoted nothing. */
  readonly context: string;
}

/**
 * Reads a history. What a client claims is not trusted: citations are looked up, and the rest is only text.
 * @param placeOf where a passage stands: its chapter (a position) and headings; undefined for ids that are not known
 */
export function readHistory(
  history: readonly HistoryEntry[],
  placeOf: (passageId: string) => Pick<Passage, "chapter" | "section"> | undefined,
): ReadHistory {
  const turns: Turn[] = [];
  const spoken: SpokenTurn[] = [];
  const answers: string[] = [];
  for (const { role, content, citations = [] } of history) {
    const last = turns.at(-1);
    if (role === "user") {
      turns.push({ question: content, chapter: null });
      spoken.push({ question: content, answer: "" });
      continue;
    }
    const answer = plainText(content);
    answers.push(answer);
    if (last) {
      spoken[spoken.length - 1] = { question: last.question, answer };
      const [quoted] = citations.flatMap((id) => placeOf(id) ?? []);
      turns[turns.length - 1] = {
        ...last,
        chapter: quoted?.chapter ?? last.chapter,
        answer,
        items: itemsOf(content),
        heading: quoted?.section.at(-1) ?? null,
      };
    }
  }
  const known = history.map(({ citations = [] }) => citations.filter((id) => placeOf(id) !== undefined));
  const lastAnswer = answers.at(-1) ?? "";
  const answered = history.at(-1)?.role === "assistant" && (known.at(-1) ?? []).length > 0;
  return {
    turns,
    spoken,
    questions: history.flatMap(({ role, content }) => (role === "user" ? [content] : [])),
    lastAnswer,
    earlierAnswers: answers.slice(0, -1).join("\n"),
    quoted: known.findLast((ids) => ids.length > 0) ?? [],
    context: answered ? withoutMarks(lastAnswer) : (turns.at(-1)?.question ?? ""),
  };
}
