/** What an encoder reads: white space as single spaces, and a full stop for a text of nothing else, which would have no tokens. */
export function foldWhiteSpace(text: string): string {
  return text.replace(/\s+/gu, " ").trim() || ".";
}
