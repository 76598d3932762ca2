import { spanOf, type Block, type ListBlock } from "./blocks.ts";
import { splitSentences } from "./sentences.ts";

/** What introduces a list. */
export interface LeadIn {
  readonly leadIn: string;
  /** Source end of the lead-in when it is a sentence, a box's caption or an item; null for a heading. */
  readonly leadInEnd: number | null;
}

/**
 * The words a list hangs on: those it names itself, or the sentence ending in a colon right before it (pull quotes
 * and figures set aside), or the heading above; empty when there is none.
 */
export function leadInOf(blocks: readonly Block[], list: ListBlock): LeadIn {
  if (list.leadIn) return { leadIn: list.leadIn.text, leadInEnd: spanOf(list.leadIn).end };
  const above = blocks.slice(0, blocks.indexOf(list));
  const text = above.findLast((block) => block.type !== "whole");
  if (text?.type === "paragraph" && text.piece.text.endsWith(":")) {
    const last = splitSentences(text.piece.text).at(-1);
    return { leadIn: text.piece.text.slice(last?.start ?? 0, last?.end), leadInEnd: text.end };
  }
  const heading = above.findLast((block) => block.type === "heading");
  return { leadIn: heading?.piece.text ?? "", leadInEnd: null };
}
