/** Words of a text in lower case, in order. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The same for texts that differ in case and punctuation alone. */
export function wordKey(text: string): string {
  return wordsOf(text).join(" ");
}

/** How many words, by the single spaces between them. */
export function countWords(text: string): number {
  let words = 1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) words += 1;
  return words;
}

/** With its first letter as a capital. */
export function capitalise(text: string): string {
  return text.replace(/^[¿¡"“(]*\p{L}/u, (opening) => opening.toUpperCase());
}

/** Words in common over all words (Jaccard coefficient), 0 to 1. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

/** Whether a term is a year or another number. */
export function isFigure(term: string): boolean {
  return /^\p{N}/u.test(term);
}
