import { defineConfig } from "vitest/config";
import { createSummaryReporter } from "./scripts/summary-reporter.ts";

/** `npm run test:browser`: the widget and the pages in Debian's Chromium, against the real server with the real index. */
export default defineConfig({
  test: {
    include: ["src/**/*.browser.test.ts"],
    globalSetup: ["src/widget/build-widget.fixture.ts"],
    // One server and one browser a file, on two cores.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
    reporters: ["default", createSummaryReporter()],
  },
});
