import type { PageRange } from "../domain/passage.ts";
import type { Span } from "../domain/span.ts";
import { nextFilled, type Line } from "./lines.ts";

/** One entry of a table of contents. */
export interface ContentsEntry {
  /** Null for unnumbered parts. */
  readonly number: number | null;
  readonly title: string;
  readonly authors: readonly string[];
  readonly pages: PageRange;
  /** The entry's line and its by-line, as source ranges. */
  readonly spans: readonly Span[];
}

export interface Contents {
  readonly entries: readonly ContentsEntry[];
  /** Lines `[from, to)` that the table takes up, its heading included. */
  readonly from: number;
  readonly to: number;
}

const HEADING = /^(?:table of )?contents$/iu;
/** Number, title and page, parted by tabs, wide gaps or dot leaders. */
const ENTRY = /^\s*(?:(\d{1,3})(?:[.)]\s*|[ ]*\t))?(\S.*?)(?:\s*\t\s*|\s{2,}|\s*\.{3,}\s*)(\d{1,4})\s*$/u;
const BY_LINE = /^by\s+(?=[\p{Lu}*])/iu;

/** Whether a line names authors: "By A. Name & B. Name". */
export function isByLine(text: string): boolean {
  return BY_LINE.test(text) && text.length < 200 && !/[.!?]$/u.test(text);
}

/** The names in a by-line, bold marks taken off: commas, "&" and "and" part them. */
export function authorsOf(byLine: string): string[] {
  return byLine
    .replace(BY_LINE, "")
    .replaceAll("*", "")
    .split(/\s*,\s*(?:&|and\s)?\s*|\s+&\s+|\s+and\s+/u)
    .map((name) => name.replace(/\s+/gu, " ").trim())
    .filter((name) => name !== "");
}

/** Reads the table of contents, or null when there is none. A part ends one page before the next begins. */
export function readContents(lines: readonly Line[]): Contents | null {
  const from = lines.findIndex((line) => HEADING.test(line.text));
  if (from < 0) return null;
  const found: (Omit<ContentsEntry, "pages"> & { page: number })[] = [];
  let to = from + 1;
  for (let at = nextFilled(lines, to); at < lines.length; at = nextFilled(lines, at + 1)) {
    const line = lines[at];
    const entry = line ? ENTRY.exec(line.raw) : null;
    const last = found.at(-1);
    if (line && entry) {
      const number = entry[1] === undefined ? null : Number(entry[1]);
      found.push({
        number,
        title: (entry[2] ?? "").trim(),
        authors: [],
        page: Number(entry[3]),
        spans: [line],
      });
    } else if (line && last?.spans.length === 1 && isByLine(line.text)) {
      found[found.length - 1] = { ...last, authors: authorsOf(line.text), spans: [...last.spans, line] };
    } else break;
    to = at + 1;
  }
  if (found.length === 0) return null;
  const entries = found.map(({ page, ...entry }, i) => {
    const next = found[i + 1];
    return { ...entry, pages: { from: page, to: next ? Math.max(page, next.page - 1) : null } };
  });
  return { entries, from, to };
}
