/** Counters and timings for operators; `render` is the Prometheus text format 0.0.4. */
export interface Metrics {
  count(name: string, labels?: Readonly<Record<string, string>>): void;
  /** `seconds` goes into a histogram. */
  observe(name: string, seconds: number, labels?: Readonly<Record<string, string>>): void;
  render(): Promise<{ readonly contentType: string; readonly body: string }>;
}
