import type { SplitSummary } from "../measuring/summary.ts";
import type { Thresholds } from "./thresholds.ts";

/** Bounds have this many steps from 0 to 1: finer ones would only record noise of another machine. */
const STEPS = 100;

/**
 * Thresholds with each bound moved to what a run reached, rounded to the weaker side; never to a weaker bound than
 * before. Only metrics that have a bound already get another.
 */
export function raiseBounds(thresholds: Thresholds, summaries: readonly SplitSummary[]): Thresholds {
  const summary = summaries.find(({ split }) => split === thresholds.split);
  const reached = (name: string): number | undefined =>
    summary?.metrics.find((metric) => metric.name === name)?.estimate?.value;
  const moved = (bounds: Thresholds["floors"], move: (bound: number, value: number) => number) =>
    Object.fromEntries(
      Object.entries(bounds).map(([name, bound]) => [name, move(bound, reached(name) ?? bound)]),
    );
  return {
    ...thresholds,
    floors: moved(thresholds.floors, (bound, value) =>
      Math.max(bound, Math.floor(value * STEPS + 1e-9) / STEPS),
    ),
    ceilings: moved(thresholds.ceilings, (bound, value) =>
      Math.min(bound, Math.ceil(value * STEPS - 1e-9) / STEPS),
    ),
  };
}
