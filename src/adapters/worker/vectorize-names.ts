import type { Manifest } from "../../indexing/index.ts";
import { QUESTION_LANGUAGES } from "../../domain/anticipated-question.ts";
import type { SearchedPart } from "../core/open-stored-index.ts";

/** What of a manifest tells which vectors a Vectorize index must hold. */
export type VectorManifest = Pick<Manifest, "id" | "encoder" | "counts">;

/** The parts of a build that are searched, with the number of their rows. */
export function searchedParts({ counts }: Pick<VectorManifest, "counts">): Map<SearchedPart, number> {
  const parts = new Map<SearchedPart, number>([
    ["sentences", counts.sentenceVectors],
    ["passages", counts.passageVectors],
  ]);
  for (const language of QUESTION_LANGUAGES)
    parts.set(`questions-${language}`, counts.questions[language] ?? 0);
  return new Map([...parts].filter(([, rows]) => rows > 0));
}

/**
 * The namespace of one part of one build: builds may share a Vectorize index, and a search never leaves its own. Names and
 * ids have at most 64 bytes (https://developers.cloudflare.com/vectorize/platform/limits/); these have some 40.
 */
export function namespaceOf(build: string, part: SearchedPart): string {
  return `${build}-${part}`;
}

/** The id of a row; ids are unique in an index, not only in a namespace. */
export function vectorId(namespace: string, row: number): string {
  return `${namespace}:${row}`;
}

/** The row of an id, or null when it is none of this namespace. */
export function rowOf(namespace: string, id: string): number | null {
  const row = id.slice(namespace.length + 1);
  return id.startsWith(`${namespace}:`) && /^\d+$/u.test(row) ? Number(row) : null;
}
