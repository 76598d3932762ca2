import { spanOf, type Block, type Join, type ListBlock, type ParagraphBlock } from "./blocks.ts";
import { joinCanonical, type Canonical } from "./canonical.ts";
import { endsSentence, startsLowerCase } from "./line-shapes.ts";

const SHOWN = 40;

/**
 * Puts sentences together that a page break cut: a paragraph without an end goes on in the next one, across
 * pull quotes, figures and tables; a list item only when the next paragraph begins in lower case.
 */
export function joinPageBreaks(blocks: readonly Block[]): { blocks: Block[]; joins: Join[] } {
  const out: Block[] = [];
  const joins: Join[] = [];
  for (const block of blocks) {
    const at = block.type === "paragraph" ? openBlock(out, block) : -1;
    const open = out[at];
    if (block.type !== "paragraph" || !open) out.push(block);
    else if (open.type === "paragraph") {
      joins.push(joinOf(open.piece, block.piece));
      out[at] = extend(open, block.piece);
    } else if (open.type === "list") {
      joins.push(joinOf(open.items.at(-1), block.piece));
      out[at] = extendLast(open, block.piece);
    }
  }
  return { blocks: out, joins };
}

/** The index of the block that `next` continues, or -1. */
function openBlock(out: readonly Block[], next: ParagraphBlock): number {
  for (let at = out.length - 1; at >= 0; at -= 1) {
    const block = out[at];
    if (block?.type === "paragraph") {
      return block.kind === next.kind && !endsSentence(block.piece.text) ? at : -1;
    }
    if (block?.type === "list") {
      const text = block.items.at(-1)?.text ?? "";
      return startsLowerCase(next.piece.text) && !endsSentence(text) ? at : -1;
    }
    if (block?.type !== "whole" && block?.type !== "table") return -1;
  }
  return -1;
}

function extend(block: ParagraphBlock, piece: Canonical): ParagraphBlock {
  const joined = joinCanonical([block.piece, piece], " ");
  return { ...block, ...spanOf(joined), piece: joined };
}

function extendLast(block: ListBlock, piece: Canonical): ListBlock {
  const items = [...block.items];
  const last = items.pop();
  items.push(last ? joinCanonical([last, piece], " ") : piece);
  return { ...block, items, end: spanOf(piece).end };
}

function joinOf(before: Canonical | undefined, after: Canonical): Join {
  return { before: (before?.text ?? "").slice(-SHOWN), after: after.text.slice(0, SHOWN) };
}
