import { readFile } from "node:fs/promises";
import { z } from "zod";
import { createMeasureSupport, type Measured } from "../../src/compose/index.ts";
import { AppError } from "../../src/domain/errors.ts";
import { parseJsonLines } from "../../src/domain/json-lines.ts";
import type { Passage } from "../../src/domain/passage.ts";
import { sourceExtent } from "../../src/domain/span.ts";
import type { Analyzer } from "../../src/ports/analyzer.ts";
import type { Encoder } from "../../src/ports/encoder.ts";
import type { SearchIndex } from "../../src/ports/search-index.ts";

/** How a sentence is wrong about its passage. */
export const CLAIM_FAULTS = [
  "figure",
  "name",
  "elsewhere",
  "added",
  "negated",
  "swapped",
  "overstated",
] as const;

/**
 * A sentence as a language model might write it on a passage, written by somebody who saw the passage and nothing else, and
 * whether the passage supports it.
 */
const claimSchema = z
  .strictObject({
    text: z.string().min(1),
    supported: z.boolean(),
    fault: z.enum(CLAIM_FAULTS).optional(),
    /** By the part of the report that the passage is of (evals/sections.json). */
    split: z.enum(["dev", "test"]),
    /** Where the passage stands in the source. */
    passage: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }),
  })
  .refine(({ supported, fault }) => supported === (fault === undefined));
export type Claim = z.infer<typeof claimSchema>;

/** @throws AppError `config_invalid` naming the line that does not fit. */
export async function readClaims(path = "scripts/fit/claims.jsonl"): Promise<Claim[]> {
  return parseJsonLines(await readFile(path, "utf8"), claimSchema, path, "claim");
}

export interface MeasuredClaim extends Claim {
  readonly measured: Measured;
}

/** Claims with what they have in common with their passages. */
export async function measureClaims(
  claims: readonly Claim[],
  index: SearchIndex,
  analyzer: Analyzer,
  encoder: Pick<Encoder, "embedQuery">,
): Promise<MeasuredClaim[]> {
  const measure = createMeasureSupport(index, analyzer, encoder);
  const measured: MeasuredClaim[] = [];
  for (const claim of claims) {
    measured.push({ ...claim, measured: await measure(claim.text, [passageOf(claim, index)]) });
  }
  return measured;
}

function passageOf({ passage: { start, end } }: Claim, { corpus }: SearchIndex): Passage {
  const found = corpus.passages.find(({ segments, text }) => {
    const extent = sourceExtent(segments, { start: 0, end: text.length });
    return extent !== null && extent.start < end && start < extent.end;
  });
  if (!found) throw new AppError("data_missing", `no passage stands at ${start} to ${end}`);
  return found;
}
