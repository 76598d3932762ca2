import { z } from "zod";
import { sha256 } from "../../src/indexing/index.ts";
import type { Outcome } from "../measuring/outcome.ts";
import { SPLITS } from "../schema/fact-schema.ts";

const outcomeSchema = z.strictObject({
  split: z.enum(SPLITS),
  /** Tells when the question or what it expects has changed. */
  asked: z.string(),
  right: z.boolean(),
  /** Whether all evidence was among the first five passages; null for questions without evidence. */
  found: z.boolean().nullable(),
});
export type BaselineOutcome = z.infer<typeof outcomeSchema>;

/** `baseline.json`: the outcome of every question of an earlier run, by its id. */
export const baselineSchema = z.record(z.string(), outcomeSchema);
export type Baseline = z.infer<typeof baselineSchema>;

/** What a baseline keeps of a run. */
export async function baselineOf(outcomes: readonly Outcome[]): Promise<Baseline> {
  const entries = await Promise.all(
    outcomes.map(
      async ({ observation: { case: one }, right, retrieval }): Promise<[string, BaselineOutcome]> => {
        const found = retrieval === null ? null : retrieval.recall[5] === 1;
        return [one.id, { split: one.split, asked: await fingerprint(one.expectation), right, found }];
      },
    ),
  );
  return Object.fromEntries(entries);
}

/** A line a question, so that a change of the file reads well. */
export function formatBaseline(baseline: Baseline): string {
  const lines = Object.keys(baseline)
    .sort()
    .map((id) => `  ${JSON.stringify(id)}: ${JSON.stringify(baseline[id])}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** Evidence counts by its words: offsets change when something is written before it. */
async function fingerprint(expectation: Outcome["observation"]["case"]["expectation"]): Promise<string> {
  const { question, expect, forbidden } = expectation;
  const needed = expectation.answerable
    ? [expectation.facts, expectation.evidence.map((group) => group.map(({ text }) => text))]
    : [];
  return (await sha256(JSON.stringify([question, expect, forbidden, needed]))).slice(0, 12);
}
