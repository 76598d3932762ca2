import { defineConfig } from "vitest/config";
import { createSummaryReporter } from "./scripts/summary-reporter.ts";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "evals/**/*.test.ts", "scripts/**/*.test.ts"],
    // Some tests index the whole report, half a minute on two busy cores; a hang still ends.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", createSummaryReporter()],
  },
});
