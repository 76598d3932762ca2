/** The beginning of a text, cut between words, for one that is longer than `most` characters (UTF-16 units). */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(" ", most - 1);
  return `${text.slice(0, cut > most / 2 ? cut : most - 1)}…`;
}
