import type {
  Vectorize,
  VectorizeDistanceMetric,
  VectorizeQueryOptions,
  VectorizeVector,
} from "@cloudflare/workers-types";
import { quantiseRows } from "../../domain/quantised-rows.ts";
import type { VectorizeBinding } from "./vectorize-index.ts";

type Operation = "INDEX_GET" | "VECTOR_QUERY" | "VECTOR_GET" | "VECTOR_INSERT" | "VECTOR_UPSERT";

export interface FakeVectorize extends VectorizeBinding, Pick<Vectorize, "insert" | "upsert"> {
  /** Options of the queries so far. */
  readonly queries: readonly VectorizeQueryOptions[];
  /** Makes what was inserted visible, as the service does some time later. */
  settle(): void;
}

export interface FakeVectorizeOptions {
  readonly dimensions: number;
  readonly metric?: VectorizeDistanceMetric;
  /** Throws in place of an answer. */
  readonly fail?: (operation: Operation) => Error | null;
}

type Stored = VectorizeVector & { readonly values: number[] };

/**
 * A Vectorize index (V2) as it is documented: mutations are seen after `settle`; 1,000 vectors a mutation from a Worker; ids and
 * namespaces of 64 bytes; topK up to 100, or 20 with values or all metadata; an inserted id that exists stays as it is. Scores are
 * approximate (of rows in bytes) unless values are asked for, and ties come in no useful order.
 */
export function createFakeVectorize({
  dimensions,
  metric = "cosine",
  fail,
}: FakeVectorizeOptions): FakeVectorize {
  const stored = new Map<string, Stored>();
  const queries: VectorizeQueryOptions[] = [];
  let pending: (() => void)[] = [];
  const begin = (operation: Operation): void => {
    const failure = fail?.(operation);
    if (failure) throw failure;
  };
  const mutation =
    (operation: "VECTOR_INSERT" | "VECTOR_UPSERT") =>
    async (vectors: VectorizeVector[]): Promise<{ mutationId: string }> => {
      begin(operation);
      if (vectors.length > 1000) throw refused(operation, 40011, "too many vectors, max is 1000");
      const checked = vectors.map((vector) => accepted(operation, vector, dimensions));
      pending.push(() => {
        for (const vector of checked) {
          if (operation === "VECTOR_UPSERT" || !stored.has(vector.id)) stored.set(vector.id, vector);
        }
      });
      return { mutationId: `mutation-${pending.length}` };
    };
  return {
    queries,
    settle: () => {
      for (const apply of pending) apply();
      pending = [];
    },
    insert: mutation("VECTOR_INSERT"),
    upsert: mutation("VECTOR_UPSERT"),
    describe: async () => {
      begin("INDEX_GET");
      return { vectorCount: stored.size, dimensions, processedUpToDatetime: 0, processedUpToMutation: 0 };
    },
    getByIds: async (ids) => {
      begin("VECTOR_GET");
      if (ids.length > 20) throw refused("VECTOR_GET", 40007, "too many ids, max is 20");
      return ids.flatMap((id) => stored.get(id) ?? []);
    },
    query: async (vector, options = {}) => {
      queries.push(options);
      begin("VECTOR_QUERY");
      const { topK = 5, namespace, returnValues = false, returnMetadata = "none" } = options;
      const most = returnValues || returnMetadata === "all" || returnMetadata === true ? 20 : 100;
      if (topK < 1 || topK > most) {
        throw refused("VECTOR_QUERY", 40025, `max top K is ${most}, but got ${topK}`);
      }
      if (vector.length !== dimensions) {
        throw refused("VECTOR_QUERY", 40006, `expected ${dimensions} dimensions, and got ${vector.length}`);
      }
      const own = [...stored.values()].filter(
        (one) => namespace === undefined || one.namespace === namespace,
      );
      const score = scorer(metric, [...vector], returnValues);
      const matches = own
        .map(({ id, values }) => ({ id, score: score(values), ...(returnValues ? { values } : {}) }))
        .reverse()
        .sort((a, b) => (metric === "cosine" ? b.score - a.score : a.score - b.score))
        .slice(0, topK);
      return { matches, count: matches.length };
    },
  };
}

/** Fills an index in mutations of 1,000, as wrangler does. */
export async function insertAll(
  vectorize: FakeVectorize,
  vectors: readonly VectorizeVector[],
): Promise<void> {
  for (let at = 0; at < vectors.length; at += 1000) await vectorize.insert(vectors.slice(at, at + 1000));
  vectorize.settle();
}

function scorer(
  metric: VectorizeDistanceMetric,
  query: number[],
  exact: boolean,
): (values: number[]) => number {
  const dot = (values: number[]): number =>
    exact
      ? values.reduce((sum, value, i) => sum + value * (query[i] ?? 0), 0)
      : quantiseRows(Float32Array.from(values), values.length).dot(0, query);
  switch (metric) {
    case "cosine":
      return (values) => dot(values) / (Math.hypot(...values) * Math.hypot(...query));
    case "dot-product":
      return (values) => -dot(values);
    case "euclidean":
      return (values) => Math.hypot(...values.map((value, i) => value - (query[i] ?? 0)));
  }
}

function accepted(operation: Operation, vector: VectorizeVector, dimensions: number): Stored {
  const values = [...vector.values];
  if (values.length !== dimensions) {
    throw refused(operation, 40012, `expected ${dimensions} dimensions, and got ${values.length}`);
  }
  for (const name of [vector.id, vector.namespace ?? "default"]) {
    const bytes = new TextEncoder().encode(name).length;
    if (bytes < 1 || bytes > 64) throw refused(operation, 40008, `"${name}" has more than 64 bytes`);
  }
  return { ...vector, values: [...Float32Array.from(values)] };
}

/** An error as the binding throws it. */
export function refused(operation: Operation, code: number, what: string): Error {
  return new Error(`${operation}_ERROR (code = ${code}): ${what}`, { cause: new Error(what) });
}
