/**
 * Share of the question's neighbouring term pairs that stand within three terms of each other, in order: 0 to 1.
 * @param own the sentence's terms as a set, which most terms of a question are not in
 */
export function pairShare(
  question: readonly string[],
  sentence: readonly string[],
  own: ReadonlySet<string>,
): number {
  if (question.length < 2) return 0;
  let found = 0;
  for (let i = 0; i + 1 < question.length; i += 1) {
    const [first = "", second = ""] = [question[i], question[i + 1]];
    if (!own.has(first) || !own.has(second)) continue;
    const at = sentence.indexOf(first);
    if (sentence.slice(at + 1, at + 4).includes(second)) found += 1;
  }
  return found / (question.length - 1);
}
