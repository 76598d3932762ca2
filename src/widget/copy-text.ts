import { plainText } from "../domain/plain-text.ts";
import type { Turn } from "./conversation.ts";
import { placeText } from "./quote-view.ts";
import { plainAnswer } from "../domain/answer-markdown.ts";
import type { ViewContext } from "./view-context.ts";

/** A turn as text to paste elsewhere: the question, the answer with its markers, and every source with its quote and address. */
export function copyText(turn: Turn, context: Pick<ViewContext, "strings" | "addressOf">): string {
  const sources = turn.citations.map(
    (citation) =>
      `[${citation.marker}] “${plainText(citation.quote)}” ${placeText(citation, context)}. ${context.addressOf(citation.url)}`,
  );
  return [
    turn.question,
    plainAnswer(turn.text),
    ...(sources.length > 0 ? [`${context.strings.sources}:\n${sources.join("\n")}`] : []),
  ].join("\n\n");
}
