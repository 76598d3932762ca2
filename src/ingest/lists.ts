import { spanOf, type ListBlock } from "./blocks.ts";
import { canonical, type Canonical } from "./canonical.ts";
import { BULLET, LETTERED, NOTE_LINE, NUMBERED, wrappedEnd } from "./line-shapes.ts";
import { nextFilled, type Line } from "./lines.ts";

const WHOLLY_BOLD = /^\*\*(?!\s)((?:(?!\*\*).)+)\*\*$/su;
const SHAPES = [BULLET, LETTERED, NUMBERED];

/**
 * Reads a list that begins at `at`: bulleted, lettered "(a)", or numbered from 1 with at least two items.
 * Blank lines between items do not end it. A bullet and bold marks around a whole item are left off;
 * letters and numbers belong to the text.
 */
export function readList(
  source: string,
  lines: readonly Line[],
  at: number,
  kind: ListBlock["kind"],
): { block: ListBlock; next: number } | null {
  const shape = SHAPES.find((candidate) => candidate.test(lines[at]?.text ?? ""));
  if (!shape || NOTE_LINE.test(lines[at]?.text ?? "")) return null;
  const items: Canonical[] = [];
  let next = at;
  for (let item = at; shape.test(lines[item]?.text ?? ""); item = nextFilled(lines, next)) {
    const line = lines[item];
    if (!line || (shape === NUMBERED && Number(NUMBERED.exec(line.text)?.[1]) !== items.length + 1)) break;
    next = wrappedEnd(lines, item);
    items.push(itemText(source, line.start, lines[next - 1]?.end ?? line.end, shape === BULLET));
  }
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last || (shape === NUMBERED && items.length < 2)) return null;
  return { block: { type: "list", kind, items, start: spanOf(first).start, end: spanOf(last).end }, next };
}

function itemText(source: string, start: number, end: number, bulleted: boolean): Canonical {
  const from = start + (bulleted ? (BULLET.exec(source.slice(start, end))?.[0].length ?? 0) : 0);
  const inner = WHOLLY_BOLD.test(source.slice(from, end)) ? 2 : 0;
  return canonical(source, { start: from + inner, end: end - inner });
}
