/** Above this, sorting all is faster than keeping the best in order. */
const FEW = 64;

/**
 * The k-th greatest of some scores, so that only what is as good need be put in order. -Infinity when there are fewer than `k`.
 * @param k 1 or more
 */
export function kthGreatest(scores: Float64Array, k: number): number {
  if (k > scores.length) return Number.NEGATIVE_INFINITY;
  if (k > FEW) return scores.slice().sort().at(-k) ?? Number.NEGATIVE_INFINITY;
  // The k best so far, the least first.
  const best = new Float64Array(k).fill(Number.NEGATIVE_INFINITY);
  let least = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    if (score <= least) continue;
    let at = 0;
    for (; at + 1 < k && (best[at + 1] ?? score) < score; at += 1) best[at] = best[at + 1] ?? score;
    best[at] = score;
    least = best[0] ?? score;
  }
  return least;
}
