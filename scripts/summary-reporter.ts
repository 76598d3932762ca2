import type { Reporter, TestModule } from "vitest/node";

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** `N passed, N failed`, with `, N skipped` only when there are skipped tests. */
export function summaryLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** The part of a finished vitest module that is counted. */
export type CountedModule = Pick<TestModule, "children" | "errors">;

/**
 * Counts tests by their final state. What fails without a test of its own (a file that does not load,
 * a hook of a suite, an unhandled error) counts as failed once each, so that the line cannot hide it; a test
 * that was never run to an end counts as failed, too.
 */
export function countTests(modules: readonly CountedModule[], unhandledErrors = 0): TestCounts {
  const counts = { passed: 0, failed: unhandledErrors, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      counts[state === "pending" ? "failed" : state] += 1;
    }
  }
  return counts;
}

/** Ends a vitest run with one line that any CI can count. List it last, so that it has the last word. */
export function createSummaryReporter(
  write: (text: string) => void = (text) => process.stdout.write(text),
): Reporter {
  return {
    onTestRunEnd: (modules, unhandledErrors) => {
      write(`${summaryLine(countTests(modules, unhandledErrors.length))}\n`);
    },
  };
}
