/** Lower-case words and figures of a text, in order; note markers, quotes, dashes and marks are left out. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replace(/\^\{[^}]*\}/gu, " ")
      .toLowerCase()
      .match(/[\p{L}\p{Nd}]+/gu) ?? []
  );
}

/** Words as a reader counts them: runs without white space that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
