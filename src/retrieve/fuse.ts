/** One ranked list of passage ids, best first. */
export interface RankedView {
  readonly name: string;
  readonly ids: readonly string[];
}

/**
 * Weighted reciprocal rank fusion (Cormack, Clarke & Büttcher 2009): the sum over views of
 * weight / (k + rank), rank from 1; a view without weight has no say. Best first; ties are broken by passage id.
 */
export function fuse(
  views: readonly RankedView[],
  weights: Readonly<Record<string, number>>,
  k: number,
): { id: string; score: number }[] {
  const scores = new Map<string, number>();
  for (const view of views) {
    const weight = weights[view.name] ?? 0;
    if (weight === 0) continue;
    view.ids.forEach((id, i) => scores.set(id, (scores.get(id) ?? 0) + weight / (k + i + 1)));
  }
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
