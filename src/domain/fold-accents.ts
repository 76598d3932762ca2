/** A text without its accents: "López" is "Lopez". */
export function foldAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}
