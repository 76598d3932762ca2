import type { Feedback } from "../../src/domain/feedback.ts";
import type { StoredAnswer } from "../../src/domain/stored-answer.ts";
import type { QuestionGroup } from "./group-questions.ts";

export interface Gaps {
  readonly feedback: readonly Feedback[];
  readonly unanswered: readonly StoredAnswer[];
  readonly groups: readonly QuestionGroup[];
}

/** The questions that the report could not answer, as Markdown: the most asked first, with each wording. */
export function renderUnanswered({ groups, unanswered }: Gaps): string {
  const lines = groups.map(({ question, asked, wordings }) => {
    const others = wordings.filter((wording) => wording !== question);
    return [
      `- **${oneLine(question)}** (${asked})`,
      ...others.map((wording) => `  - ${oneLine(wording)}`),
    ].join("\n");
  });
  const sum = `${count(unanswered.length, "question", "questions")} in ${count(groups.length, "group", "groups")}, the most asked first.`;
  return `# Questions the report could not answer\n\n${sum}\n\n${lines.join("\n")}\n`;
}

/** What was voted down, as Markdown: the question, what was answered with which quotes, and what is wrong with it. */
export function renderVotedDown({ feedback }: Gaps): string {
  const down = feedback.filter(({ vote }) => vote === "down");
  const parts = down.map(({ reason, text, answer }) => {
    const quotes = answer.citations.map(({ quote }, i) => `${i + 1}. “${oneLine(quote)}”`);
    return [
      `## ${oneLine(answer.standaloneQuestion)}`,
      [
        reason === null ? "no reason" : reason.replaceAll("_", " "),
        ...(text === null ? [] : [oneLine(text)]),
      ].join(": "),
      oneLine(answer.answer),
      ...(quotes.length === 0 ? [] : [quotes.join("\n")]),
    ].join("\n\n");
  });
  return `# Answers voted down\n\n${count(down.length, "answer", "answers")}.\n${parts.map((part) => `\n${part}\n`).join("")}`;
}

/** A few lines for a terminal. */
export function summariseGaps({ feedback, unanswered, groups }: Gaps): string {
  const down = feedback.filter(({ vote }) => vote === "down");
  const reasons = new Map<string, number>();
  for (const { reason } of down) {
    const named = (reason ?? "no reason").replaceAll("_", " ");
    reasons.set(named, (reasons.get(named) ?? 0) + 1);
  }
  const told = [...reasons].sort((x, y) => y[1] - x[1]).map(([reason, votes]) => `${reason} ${votes}`);
  const shown = groups
    .slice(0, 10)
    .map(({ question, asked }) => `  ${String(asked).padStart(4)}  ${oneLine(question)}`);
  return [
    `Feedback: ${feedback.length - down.length} up, ${down.length} down${told.length === 0 ? "" : ` (${told.join(", ")})`}.`,
    `The report could not answer ${count(unanswered.length, "question", "questions")}, in ${count(groups.length, "group", "groups")}${shown.length === 0 ? "." : ":"}`,
    ...shown,
    "",
  ].join("\n");
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What was typed is text: no markup of a reader's, and one line. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|]/gu, "\\$&");
}
