import { AppError } from "../../domain/errors.ts";
import type { SearchedPart } from "../core/open-stored-index.ts";
import { noAnswer, type VectorizeBinding } from "./vectorize-index.ts";
import { namespaceOf, vectorId, searchedParts, type VectorManifest } from "./vectorize-names.ts";

/** Ids that `getByIds` takes at once. The documentation names no limit; the service is reported to refuse more (code 40007). */
const MOST_IDS = 20;
/** Vectors that wrangler sends at once unless told: what is lost, is lost by the batch. */
const BATCH = 1000;
const MOST_PROBES = 200;
/** Of a vector and itself the cosine is 1, the distance 0 and the negative dot product -1. */
const SAME_BY_COSINE = 0.5;

/**
 * Holds a Vectorize index against the manifest of the build that is served: its dimensions, the number of its vectors, and whether this
 * build's own are among them. Other builds may be there as well, so a larger number is no fault; a vector of each batch is looked
 * for (200 at most), and each part is searched once.
 * @throws AppError `encoder_mismatch` for other dimensions; `vectors_unavailable` (retryable) when vectors are missing or not there yet,
 * or Vectorize does not answer; `config_invalid` for an index of another metric.
 */
export async function checkVectorize(vectorize: VectorizeBinding, manifest: VectorManifest): Promise<void> {
  const { id: build, encoder } = manifest;
  const parts = searchedParts(manifest);
  const { dimensions, vectorCount } = await vectorize.describe().catch(rethrow);
  if (dimensions !== encoder.dimensions) {
    throw new AppError(
      "encoder_mismatch",
      `the Vectorize index has ${dimensions} dimensions and the build ${build} ${encoder.dimensions} (${encoder.id}): ` +
        `create one with --dimensions=${encoder.dimensions} --metric=cosine and bind it`,
    );
  }
  const expected = [...parts.values()].reduce((sum, rows) => sum + rows, 0);
  if (vectorCount < expected) throw missing(build, `${expected - vectorCount} of ${expected} vectors`);
  const step = Math.max(BATCH, Math.ceil(expected / MOST_PROBES));
  for (const [part, rows] of parts) {
    const first = await findProbes(vectorize, build, part, probes(rows, step));
    await assertSearched(vectorize, namespaceOf(build, part), first);
  }
}

/** Every step-th row, and the last. */
function probes(rows: number, step: number): number[] {
  const every = Array.from({ length: Math.ceil(rows / step) }, (_, i) => i * step);
  return [...new Set([...every, rows - 1])];
}

/** Looks for rows of one part; gives the vector of the first. */
async function findProbes(
  vectorize: VectorizeBinding,
  build: string,
  part: SearchedPart,
  rows: readonly number[],
): Promise<number[]> {
  const namespace = namespaceOf(build, part);
  const ids = rows.map((row) => vectorId(namespace, row));
  const found = new Map<string, number[]>();
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    const vectors = await vectorize.getByIds(ids.slice(at, at + MOST_IDS)).catch(rethrow);
    for (const { id, values } of vectors) found.set(id, [...values]);
  }
  const absent = ids.filter((id) => !found.has(id));
  if (absent.length > 0)
    throw missing(build, `${absent.length} of ${ids.length} ${part} that were looked for`);
  return found.get(ids[0] ?? "") ?? [];
}

async function assertSearched(
  vectorize: VectorizeBinding,
  namespace: string,
  vector: number[],
): Promise<void> {
  const { matches } = await vectorize.query(vector, { topK: 1, namespace }).catch(rethrow);
  const [nearest] = matches;
  if (!nearest) throw missing(namespace, "all vectors of the namespace");
  if (nearest.score > SAME_BY_COSINE) return;
  throw new AppError(
    "config_invalid",
    `the Vectorize index scores a vector and itself ${nearest.score}, which is no cosine: ` +
      `create one with --dimensions=${vector.length} --metric=cosine and bind it`,
  );
}

function missing(build: string, what: string): AppError {
  return new AppError(
    "vectors_unavailable",
    `the Vectorize index is without ${what} of ${build}: run "npm run worker:vectors" and "wrangler vectorize insert" for this build; ` +
      `what was inserted a few minutes ago may not be there yet`,
    { retryable: true },
  );
}

function rethrow(cause: unknown): never {
  throw noAnswer(cause);
}
