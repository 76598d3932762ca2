import { wordsOf } from "../domain/words.ts";

/** Words in common over the words of the shorter text (overlap coefficient), 0 to 1. */
export function overlap(a: string, b: string): number {
  const [left, right] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  if (small.size === 0) return 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common += 1;
  return common / small.size;
}
