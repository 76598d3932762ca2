/**
 * Breaks a line at spaces so that no line is wider than `width` columns where words allow; every line begins
 * with `indent`, and those after the first of a "- " item hang under its text. Widths are counted in code points.
 */
export function wrap(text: string, width: number, indent = ""): string {
  const hang = `${indent}${/^[-*] /u.test(text) ? "  " : ""}`;
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of text.split(/\s+/u).filter((part) => part !== "")) {
    if (!empty && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = hang;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  if (!empty) lines.push(line);
  return lines.join("\n");
}

function columns(text: string): number {
  return Array.from(text).length;
}
