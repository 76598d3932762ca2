import type { Block, Repeat, WholeBlock } from "./blocks.ts";
import { splitSentences } from "./sentences.ts";
import { wordsOf } from "./words.ts";

/** An ellipsis or a bracketed word: what stands there differs from the body. */
const OMISSION = /\.{3,}|…|\[[^\]]*\]/u;
const LONGEST_STANDFIRST = 60;

/** Whether the words of `quote`, parted at its ellipses and brackets, stand in the body in that order. */
export function repeatsBody(quote: string, body: string): boolean {
  const haystack = ` ${wordsOf(body).join(" ")} `;
  const parts = quote.split(OMISSION).map((part) => wordsOf(part).join(" "));
  if (parts.every((part) => part === "")) return false;
  let from = 0;
  for (const part of parts) {
    if (part === "") continue;
    const at = haystack.indexOf(` ${part} `, from);
    if (at < 0) return false;
    from = at + part.length + 1;
  }
  return true;
}

/**
 * Finds the standfirst: a chapter's first paragraph when it is one sentence that does not end in a colon and a
 * heading, a list or a repetition of itself follows (under a heading, only if the text says it again). It becomes a block of its own kind.
 */
export function markStandfirst(blocks: readonly Block[]): Block[] {
  const at = blocks.findIndex((block) => block.type === "paragraph");
  const first = blocks[at];
  if (first?.type !== "paragraph") return [...blocks];
  const { text } = first.piece;
  const next = blocks[at + 1];
  const apart =
    next?.type === "heading" ||
    next?.type === "list" ||
    (next?.type === "paragraph" && repeatsBody(text, next.piece.text));
  const alone =
    apart &&
    /[.!?]$/u.test(text) &&
    wordsOf(text).length <= LONGEST_STANDFIRST &&
    splitSentences(text).length === 1;
  const underHeading = blocks.slice(0, at).some((block) => block.type === "heading");
  if (!alone || (underHeading && !repeatsBody(text, bodyOf(blocks.slice(at + 1))))) return [...blocks];
  const { start, end, piece } = first;
  return blocks.with(at, { type: "whole", kind: "standfirst", piece, sentences: true, start, end });
}

/** Takes out the pull quotes and standfirsts whose words stand again in the chapter's running text. */
export function dropRepeats(blocks: readonly Block[]): {
  blocks: Block[];
  pullQuotes: Repeat[];
  standfirsts: Repeat[];
} {
  const body = bodyOf(blocks);
  const judged = new Map<WholeBlock, Repeat>();
  for (const block of blocks) {
    if (block.type === "whole" && (block.kind === "pull-quote" || block.kind === "standfirst")) {
      judged.set(block, { text: block.piece.text, repeatsBody: repeatsBody(block.piece.text, body) });
    }
  }
  const ofKind = (kind: string): Repeat[] => [...judged].flatMap(([b, r]) => (b.kind === kind ? [r] : []));
  return {
    blocks: blocks.filter((block) => block.type !== "whole" || judged.get(block)?.repeatsBody !== true),
    pullQuotes: ofKind("pull-quote"),
    standfirsts: ofKind("standfirst"),
  };
}

function bodyOf(blocks: readonly Block[]): string {
  return blocks.flatMap((block) => (block.type === "paragraph" ? [block.piece.text] : [])).join("\n");
}
