import type { Block, HeadingBlock } from "./blocks.ts";
import { NOTES_HEADING } from "./line-shapes.ts";
import { wordsOf } from "./words.ts";

const NUMBERED = /^\d{1,2}[.)]\s/u;
const CLOSING =
  /^(?:conclusions?|concluding .*|final (?:words|thoughts|remarks)|summary|acknowledge?ments|(?:end\s?)?notes)$/iu;
/** A sentence that says what the parts of its section are about. */
const ANNOUNCEMENT =
  /(?<=^|[.!?]\s)(?:This|The following|The next) section\s+(?:will\s+)?(?:first\s+)?(?:develops?|discuss(?:es)?|outlines?|presents?|describes?|examines?|reviews?|covers?|address(?:es)?|sets? out|looks? at|offers?)\b/u;
/** An introduction announces the chapter, not parts of its own. */
const INTRODUCTION = /^(?:\d+[.)]?\s+)?(?:introduction|background|overview|executive summary)\b/iu;
const STEM = 6;

/**
 * Levels of unmarked headings, from the structure around them. A numbered heading stands under the one before.
 * A heading directly followed by another is its parent, up to a closing heading ("Conclusion"). A section whose last
 * paragraph announces its parts holds the headings up to the last one that shares a word with the announcement.
 */
export function withLevels(blocks: readonly Block[]): Block[] {
  const headings = blocks.filter((block) => block.type === "heading");
  const levels = new Map<HeadingBlock, number>();
  let below: { readonly until: number } | null = null;
  for (const [i, heading] of headings.entries()) {
    const { text } = heading.piece;
    if (CLOSING.test(text) || NOTES_HEADING.test(text) || (below && i > below.until)) below = null;
    const parent = isParent(blocks, heading, headings[i + 1]);
    const announced: number | null = below || parent ? null : lastAnnounced(blocks, headings, i);
    if (NUMBERED.test(text) && i > 0) levels.set(heading, below ? 3 : 2);
    else levels.set(heading, below && !parent ? 2 : 1);
    if (parent) below = { until: headings.length };
    else if (announced !== null) below = { until: announced };
  }
  return blocks.map((block) =>
    block.type === "heading" ? { ...block, level: levels.get(block) ?? 1 } : block,
  );
}

function isParent(blocks: readonly Block[], heading: HeadingBlock, next: HeadingBlock | undefined): boolean {
  return (
    next !== undefined &&
    blocks[blocks.indexOf(heading) + 1] === next &&
    !NUMBERED.test(next.piece.text) &&
    !NUMBERED.test(heading.piece.text)
  );
}

function lastAnnounced(
  blocks: readonly Block[],
  headings: readonly HeadingBlock[],
  at: number,
): number | null {
  const heading = headings[at];
  const next = headings[at + 1];
  if (!heading || !next || INTRODUCTION.test(heading.piece.text)) return null;
  const before = blocks.slice(blocks.indexOf(heading) + 1, blocks.indexOf(next));
  const last = before.findLast((block) => block.type === "paragraph");
  const start = last?.type === "paragraph" ? last.piece.text.search(ANNOUNCEMENT) : -1;
  if (last?.type !== "paragraph" || start < 0) return null;
  const own = new Set(stems(heading.piece.text));
  const said = new Set(stems(last.piece.text.slice(start)).filter((stem) => !own.has(stem)));
  const shared = headings.map((h, i) => i > at && stems(h.piece.text).some((stem) => said.has(stem)));
  const until = shared.lastIndexOf(true);
  return until < 0 ? null : until;
}

function stems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, STEM));
}
