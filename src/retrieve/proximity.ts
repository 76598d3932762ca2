/** Share of the question's neighbouring term pairs that stand within three terms of each other, in order: 0 to 1. */
export function pairShare(question: readonly string[], sentence: readonly string[]): number {
  if (question.length < 2) return 0;
  let found = 0;
  for (let i = 0; i + 1 < question.length; i += 1) {
    const at = sentence.indexOf(question[i] ?? "");
    if (at >= 0 && sentence.slice(at + 1, at + 4).includes(question[i + 1] ?? "")) found += 1;
  }
  return found / (question.length - 1);
}
