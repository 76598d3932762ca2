import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";
import type { Metrics } from "../../ports/metrics.ts";

/** Answers take milliseconds, models that write them take seconds. */
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface PromMetricsOptions {
  /** What each metric means, by name; shown as its HELP line. */
  readonly help?: Readonly<Record<string, string>>;
  /** Whether to add those of the process: memory, CPU, event loop lag. Default true. */
  readonly processMetrics?: boolean;
}

/**
 * Prometheus metrics in a registry of their own. A metric comes to be when it is first counted or observed;
 * its label names are those of that first call.
 */
export function createPromMetrics({ help = {}, processMetrics = true }: PromMetricsOptions = {}): Metrics {
  const registry = new Registry();
  const counters = new Map<string, Counter>();
  const histograms = new Map<string, Histogram>();
  if (processMetrics) collectDefaultMetrics({ register: registry });
  return {
    count: (name, labels = {}) => {
      let counter = counters.get(name);
      if (counter === undefined) {
        counter = new Counter({
          name,
          help: help[name] ?? name,
          labelNames: Object.keys(labels),
          registers: [registry],
        });
        counters.set(name, counter);
      }
      counter.inc(labels);
    },
    observe: (name, seconds, labels = {}) => {
      let histogram = histograms.get(name);
      if (histogram === undefined) {
        histogram = new Histogram({
          name,
          help: help[name] ?? name,
          labelNames: Object.keys(labels),
          buckets: BUCKETS_SECONDS,
          registers: [registry],
        });
        histograms.set(name, histogram);
      }
      histogram.observe(labels, seconds);
    },
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
