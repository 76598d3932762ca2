import { spanOf, type TableBlock } from "./blocks.ts";
import { canonical, verbatim, type Canonical } from "./canonical.ts";
import { TABLE_CAPTION, TABLE_NOTE, wrappedEnd } from "./line-shapes.ts";
import { nextFilled, type Line } from "./lines.ts";

/** Reads "Table N. caption", tab-separated header and rows, and the "Sources:" and "(*)" lines under them. */
export function readTable(
  source: string,
  lines: readonly Line[],
  at: number,
): { block: TableBlock; next: number } | null {
  const captionLine = lines[at];
  if (!captionLine || !TABLE_CAPTION.test(captionLine.text)) return null;
  const captionEnd = wrappedEnd(lines, at);
  const caption = canonical(source, {
    start: captionLine.start,
    end: lines[captionEnd - 1]?.end ?? captionLine.end,
  });
  const headerAt = nextFilled(lines, captionEnd);
  if (!isRow(lines[headerAt])) return null;
  const header = cellsOf(lines[headerAt]);
  const rows: { piece: Canonical; cells: string[] }[] = [];
  let next = headerAt + 1;
  for (let row = nextFilled(lines, next); isRow(lines[row]); row = nextFilled(lines, next)) {
    const line = lines[row];
    if (line)
      rows.push({
        piece: verbatim(source, { start: line.rawStart, end: line.end }),
        cells: cellsOf(line, header.length),
      });
    next = row + 1;
  }
  const notes: Canonical[] = [];
  for (
    let note = nextFilled(lines, next);
    TABLE_NOTE.test(lines[note]?.text ?? "");
    note = nextFilled(lines, next)
  ) {
    next = wrappedEnd(lines, note);
    notes.push(canonical(source, { start: lines[note]?.start ?? 0, end: lines[next - 1]?.end ?? 0 }));
  }
  const end = spanOf(notes.at(-1) ?? rows.at(-1)?.piece ?? caption).end;
  return { block: { type: "table", caption, header, rows, notes, start: captionLine.start, end }, next };
}

function isRow(line: Line | undefined): boolean {
  return line !== undefined && line.text !== "" && line.raw.includes("\t");
}

function cellsOf(line: Line | undefined, atLeast = 0): string[] {
  const cells = (line?.raw ?? "").split("\t").map((cell) => cell.trim());
  return [...cells, ...Array.from({ length: Math.max(0, atLeast - cells.length) }, () => "")];
}
