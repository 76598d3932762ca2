import { z } from "zod";
import { METRICS } from "../measuring/metrics.ts";
import type { SplitSummary } from "../measuring/summary.ts";
import { SPLITS } from "../schema/fact-schema.ts";
import type { GateCheck } from "./gate-check.ts";

const METRIC_NAMES = METRICS.map(({ name }) => name);
const bounds = z
  .record(z.string(), z.number())
  .refine((record) => Object.keys(record).every((name) => METRIC_NAMES.includes(name)), {
    error: `must name metrics: ${METRIC_NAMES.join(", ")}`,
  });

/** `thresholds.json`: what a run must reach. No command lowers a value in it. */
export const thresholdsSchema = z.strictObject({
  /** Which questions are held to the bounds. */
  split: z.enum(SPLITS),
  /** Metrics that may not be smaller. */
  floors: bounds,
  /** Metrics that may not be larger. */
  ceilings: bounds,
  paired: z.strictObject({
    /** Questions, net of those won, that a change may lose in each split. */
    maxNetLoss: z.int().min(0),
    /** A larger loss is also one that chance alone would give less often than this. */
    alpha: z.number().min(0).max(1),
  }),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

/** Figures this near to a bound are on it: floating point. */
const EPSILON = 1e-9;

/**
 * One check a bound. A metric that could not be measured fails: its questions are gone.
 * @param exempt metrics that the target cannot give, whatever it is asked
 */
export function checkThresholds(
  summaries: readonly SplitSummary[],
  thresholds: Thresholds,
  exempt: readonly string[] = [],
): GateCheck[] {
  const summary = summaries.find(({ split }) => split === thresholds.split);
  const check = (name: string, bound: number, kind: "floor" | "ceiling"): GateCheck => {
    const value = summary?.metrics.find((metric) => metric.name === name)?.estimate?.value;
    if (exempt.includes(name)) {
      return { name, passed: true, message: `${name} is not checked: this target cannot be asked for it` };
    }
    if (value === undefined) {
      return {
        name,
        passed: false,
        message: `${name} could not be measured: no ${thresholds.split} questions for it`,
      };
    }
    const passed = kind === "floor" ? value >= bound - EPSILON : value <= bound + EPSILON;
    const relation = passed ? "within" : kind === "floor" ? "below" : "above";
    const message = `${name} is ${value.toFixed(4)} on ${thresholds.split}, ${relation} its ${kind} of ${bound}`;
    return { name, passed, message };
  };
  return [
    ...Object.entries(thresholds.floors).map(([name, bound]) => check(name, bound, "floor")),
    ...Object.entries(thresholds.ceilings).map(([name, bound]) => check(name, bound, "ceiling")),
  ];
}
