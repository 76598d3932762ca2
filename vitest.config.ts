import { defineConfig } from "vitest/config";
import { createSummaryReporter } from "./scripts/summary-reporter.ts";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "evals/**/*.test.ts", "scripts/**/*.test.ts"],
    // The encoder and the whole report are loaded by some tests; a hang still ends soon.
    testTimeout: 20_000,
    hookTimeout: 120_000,
    reporters: ["default", createSummaryReporter()],
  },
});
