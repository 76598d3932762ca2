import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { mean, quantileSorted, sampleWithReplacement } from "simple-statistics";

export interface Estimate {
  readonly value: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

const RESAMPLES = 1_000;

/**
 * A statistic of some items with its 95 % percentile bootstrap interval (Efron & Tibshirani 1993, chapter 13). The
 * same items and seed give the same interval.
 * @param items at least one
 */
export function bootstrap<T>(
  items: readonly T[],
  statistic: (sample: readonly T[]) => number,
  seed = 1,
): Estimate {
  const generator = xoroshiro128plus(seed);
  const random = (): number => uniformFloat64(generator);
  const values = Array.from({ length: RESAMPLES }, () =>
    statistic(sampleWithReplacement([...items], items.length, random)),
  ).sort((a, b) => a - b);
  return {
    value: statistic(items),
    low: quantileSorted(values, 0.025),
    high: quantileSorted(values, 0.975),
    n: items.length,
  };
}

/** The mean of some values with its interval. */
export function bootstrapMean(values: readonly number[], seed = 1): Estimate {
  return bootstrap(values, (sample) => mean([...sample]), seed);
}
