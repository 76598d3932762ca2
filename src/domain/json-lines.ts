/**
 * The values of a JSON-lines text with their 1-based lines, blank lines left out; a line that is no JSON gives
 * undefined, which no schema takes.
 */
export function jsonLines(jsonl: string): { line: number; value: unknown }[] {
  return jsonl
    .split("\n")
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => text.trim() !== "")
    .map(({ line, text }) => ({ line, value: parseJson(text) }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
