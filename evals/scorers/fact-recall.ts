import { containsFact, factsCovered } from "../schema/fact-match.ts";

/**
 * The groups of required facts that an answer does not state; a group is stated by any of its alternatives
 * (the "nuggets" of TREC question answering: Voorhees 2003).
 */
export function missingFacts(answer: string, facts: readonly (readonly string[])[]): (readonly string[])[] {
  return facts.filter((alternatives) => !alternatives.some((form) => containsFact(answer, form)));
}

/** Share of the required facts that an answer states, 0 to 1; 1 when none is required. */
export function factRecall(answer: string, facts: readonly (readonly string[])[]): number {
  const { covered, total } = factsCovered(answer, facts);
  return total === 0 ? 1 : covered / total;
}
