import type { SearchedPart } from "../core/open-stored-index.ts";
import { namespaceOf, searchedParts, vectorId, type VectorManifest } from "./vectorize-names.ts";

/** Significant digits that tell any two 32-bit floats apart. */
const DIGITS = 9;

/**
 * The vectors of a build as `wrangler vectorize insert` reads them: a line of JSON each, `{ id, namespace, values }`, in the order of
 * the rows, one part after the other (https://developers.cloudflare.com/vectorize/best-practices/insert-vectors/).
 * @param read gives the rows of a part, one after the other; it is asked for a part when its lines are.
 */
export async function* vectorizeLines(
  manifest: VectorManifest,
  read: (part: SearchedPart) => Promise<Float32Array>,
): AsyncGenerator<string, void> {
  const { dimensions } = manifest.encoder;
  for (const [part, rows] of searchedParts(manifest)) {
    const vectors = await read(part);
    const namespace = namespaceOf(manifest.id, part);
    for (let row = 0; row < rows; row += 1) {
      const own = vectors.subarray(row * dimensions, (row + 1) * dimensions);
      const values = Array.from(own, (value) => Number(value.toPrecision(DIGITS)));
      yield JSON.stringify({ id: vectorId(namespace, row), namespace, values });
    }
  }
}
