import { defineConfig } from "vitest/config";
import { createSummaryReporter } from "./scripts/summary-reporter.ts";

/** The second half of `npm run test:worker`: the Worker as wrangler runs it, asked over HTTP what Node is asked. */
export default defineConfig({
  test: {
    include: ["src/**/*.parity.test.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
    reporters: ["default", createSummaryReporter()],
  },
});
