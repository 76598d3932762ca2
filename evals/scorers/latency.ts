import { quantileSorted } from "simple-statistics";

export interface Latency {
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Percentiles of some durations in milliseconds; zeros for none. Told, never gated: machines differ. */
export function latency(durations: readonly number[]): Latency {
  const sorted = [...durations].sort((a, b) => a - b);
  if (sorted.length === 0) return { p50: 0, p95: 0, max: 0 };
  return { p50: quantileSorted(sorted, 0.5), p95: quantileSorted(sorted, 0.95), max: sorted.at(-1) ?? 0 };
}
