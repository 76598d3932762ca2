import { defineConfig } from "vitest/config";
import { createSummaryReporter } from "./scripts/summary-reporter.ts";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "evals/**/*.test.ts", "scripts/**/*.test.ts"],
    exclude: ["**/node_modules/**", "src/**/*.{browser,worker,parity}.test.ts"],
    // Some tests index the whole report with its questions, two minutes on two busy cores; a hang still ends.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ["default", createSummaryReporter()],
  },
});
