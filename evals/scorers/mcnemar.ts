import { binomialDistribution, cumulativeStdNormalProbability } from "simple-statistics";

/** Beyond this the exact distribution underflows, and the normal one is as good. */
const EXACT = 1_000;

/**
 * Probability, if both systems were equally good, of at least this many losses among the questions whose outcome
 * changed, to about 1e-4: McNemar's test in its exact one-sided form, a sign test (McNemar 1947; Dietterich 1998).
 * @param gains questions that were wrong and are right
 * @param losses questions that were right and are wrong
 */
export function mcnemar(gains: number, losses: number): number {
  const changed = gains + losses;
  if (changed === 0) return 1;
  if (changed > EXACT) return 1 - cumulativeStdNormalProbability((losses - gains - 1) / Math.sqrt(changed));
  const atLeast = (binomialDistribution(changed, 0.5) ?? []).slice(losses);
  return Math.min(
    1,
    atLeast.reduce((sum, p) => sum + p, 0),
  );
}
