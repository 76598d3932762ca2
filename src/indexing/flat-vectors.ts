/** Vectors of one length as float32 numbers, row by row. */
export function flatVectors(vectors: readonly (readonly number[])[]): Float32Array<ArrayBuffer> {
  const rows = new Float32Array(vectors.length * (vectors[0]?.length ?? 0));
  vectors.forEach((vector, row) => rows.set(vector, row * vector.length));
  return rows;
}
