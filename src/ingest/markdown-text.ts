import type { Heading, Node } from "mdast";
import type { Span } from "../domain/span.ts";
import { canonical, EMPTY, joinCanonical, type Canonical } from "./canonical.ts";

const QUOTE_MARKS = /^[ \t]*(?:>[ \t]?)+/u;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})/u;

/** The source range of a node; `fromMarkdown` gives every node its position. */
export function nodeSpan(node: Node): Span {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}

/**
 * The text of a node as the source has it: line breaks read as one space, the `>` of a quoted block at the beginning of
 * lines and the backslash of a hard break are taken out. Nothing is a note marker here.
 */
export function nodeText(source: string, span: Span): Canonical {
  const lines: Canonical[] = [];
  let at = span.start;
  for (const [i, line] of source.slice(span.start, span.end).split("\n").entries()) {
    const marks = i === 0 ? 0 : (QUOTE_MARKS.exec(line)?.[0].length ?? 0);
    const last = at + line.length >= span.end;
    const hardBreak = last ? 0 : (/\\\r?$/u.exec(line)?.[0].length ?? 0);
    lines.push(
      canonical(source, { start: at + marks, end: at + line.length - hardBreak }, { markers: false }),
    );
    at += line.length + 1;
  }
  return joinCanonical(lines, " ");
}

/** The lines of a code block without its fences. */
export function codeText(source: string, span: Span): Canonical {
  const lines = source.slice(span.start, span.end).split("\n");
  const fenced = FENCE.test(lines[0] ?? "");
  const closed = fenced && lines.length > 1 && FENCE.test((lines.at(-1) ?? "").replace(QUOTE_MARKS, ""));
  const start = fenced ? span.start + (lines[0] ?? "").length + 1 : span.start;
  const end = closed ? span.end - (lines.at(-1) ?? "").length - 1 : span.end;
  return start < end ? nodeText(source, { start, end }) : EMPTY;
}

/** The words of a heading without its marks and numbers signs. */
export function headingPiece(source: string, node: Heading): Canonical {
  const [first, last] = [node.children[0], node.children.at(-1)];
  return first && last ? nodeText(source, { start: nodeSpan(first).start, end: nodeSpan(last).end }) : EMPTY;
}
