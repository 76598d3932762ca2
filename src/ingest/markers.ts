/** A note marker as the source spells it. */
export interface MarkerMatch {
  /** Source offset of the marker, with white space before it that belongs to it. */
  readonly start: number;
  readonly end: number;
  readonly numbers: readonly number[];
}

const SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const MARKER = new RegExp(
  `(?<superscript>[${SUPERSCRIPT_DIGITS}]+)|\\^\\{(?<braced>\\s*\\d+(?:\\s*[,–-]\\s*\\d+)*\\s*)\\}`,
  "gu",
);
/** Units whose superscript is a power or a charge, not a note: m², km³, cm². */
const UNIT = /(?:^|[\s\d/(])(?:[kcdm]?m|ft|in|mi|yd)$/u;
const LONGEST_RANGE = 20;

/**
 * Finds note markers `¹²` and `^{1,2}` in `source[start, end)`, in order.
 * A superscript right after a digit (10⁶) or a unit (km²) is a power and stays in the text.
 */
export function findMarkers(source: string, start: number, end: number): MarkerMatch[] {
  const found: MarkerMatch[] = [];
  const slice = source.slice(start, end);
  for (const match of slice.matchAll(MARKER)) {
    const at = match.index;
    const before = slice.slice(Math.max(0, at - 8), at);
    const superscript = match.groups?.["superscript"];
    if (superscript !== undefined && (at === 0 || /\d$/u.test(before) || UNIT.test(before))) continue;
    const after = slice.slice(at + match[0].length);
    const gap = /^(\s|$)/u.test(after) ? (/\s+$/u.exec(before)?.[0].length ?? 0) : 0;
    found.push({
      start: start + at - gap,
      end: start + at + match[0].length,
      numbers:
        superscript === undefined ? listed(match.groups?.["braced"] ?? "") : [plainNumber(superscript)],
    });
  }
  return found;
}

function plainNumber(superscript: string): number {
  return Number([...superscript].map((digit) => SUPERSCRIPT_DIGITS.indexOf(digit)).join(""));
}

function listed(text: string): number[] {
  return text.split(",").flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/u).map((n) => Number(n.trim()));
    const length = to - from + 1;
    return length > 0 && length <= LONGEST_RANGE ? Array.from({ length }, (_, i) => from + i) : [from];
  });
}
