import { isByLine, type ContentsEntry } from "./contents.ts";
import { nextFilled, type Line } from "./lines.ts";
import { wordsOf } from "./words.ts";

/** Where a chapter's title page stands: lines `[from, to)`, and the by-line among them. */
export interface ChapterHead {
  readonly from: number;
  readonly to: number;
  readonly byLine: Line | null;
}

const CHAPTER_LINE = /^chapter\s+(\d{1,3}|[ivxlc]+)\.?$/iu;
const BLANK_LINES_IN_HEAD = 3;

/**
 * Finds the title pages of the chapters in order. A head is a run of lines that are "Chapter N", the by-line,
 * the title of the next chapter in the table of contents (whole or in parts) or the report's own title repeated.
 * A chapter whose head is not found gets null.
 */
export function findChapterHeads(
  lines: readonly Line[],
  entries: readonly ContentsEntry[],
  from: number,
  reportTitle: string,
): (ChapterHead | null)[] {
  let at = from;
  return entries.map((entry) => {
    const head =
      findHead(lines, entry, at, reportTitle, true) ?? findHead(lines, entry, at, reportTitle, false);
    if (head) at = head.to;
    return head;
  });
}

function findHead(
  lines: readonly Line[],
  entry: ContentsEntry,
  from: number,
  reportTitle: string,
  announced: boolean,
): ChapterHead | null {
  for (let at = nextFilled(lines, from); at < lines.length; at = nextFilled(lines, at + 1)) {
    const head = readHead(lines, entry, at, reportTitle);
    if (head && (!announced || head.announced || entry.authors.length === 0)) return head;
  }
  return null;
}

function readHead(
  lines: readonly Line[],
  entry: ContentsEntry,
  from: number,
  reportTitle: string,
): (ChapterHead & { readonly announced: boolean }) | null {
  const title = wordsOf(entry.title).join(" ");
  const repeated = ` ${wordsOf(reportTitle).join(" ")} `;
  let read = "";
  let announced = false;
  let byLine: Line | null = null;
  let to = from;
  for (let at = from; at < lines.length && at - to <= BLANK_LINES_IN_HEAD; at = nextFilled(lines, at + 1)) {
    const line = lines[at];
    if (!line) break;
    const words = wordsOf(line.text).join(" ");
    const longer = read === "" ? words : `${read} ${words}`;
    if (CHAPTER_LINE.test(line.text)) announced = true;
    else if (!byLine && isByLine(line.text) && entry.authors.every((name) => line.text.includes(name))) {
      byLine = line;
      announced = true;
    } else if (read !== title && (longer === title || title.startsWith(`${longer} `))) read = longer;
    else if (!(read === title && announced && words !== "" && repeated.includes(` ${words} `))) break;
    to = at + 1;
  }
  return read === title && title !== "" ? { from, to, byLine, announced } : null;
}
