import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";
import { createSummaryReporter } from "./scripts/summary-reporter.ts";

// Nobody is told that tests were run.
process.env["WRANGLER_SEND_METRICS"] = "false";

/** The pool adds these itself, with a line for each file. */
const RUNNER_FLAGS = ["tty", "fs", "perf_hooks", "v8"]
  .map((name) => `enable_nodejs_${name}_module`)
  .concat("enable_nodejs_http_modules", "enable_nodejs_process_v2");

/**
 * `npm run test:worker`: tests inside workerd, the runtime of Cloudflare Workers, without an account and without a network.
 * Node's tests of the HTTP service, and those of all that is pure, run there as they are; `*.worker.test.ts` run nowhere else.
 */
export default defineConfig(async () => ({
  plugins: [
    cloudflareTest({
      // Not wrangler.toml: what is tested here needs none of the assets that the Worker is built with.
      miniflare: {
        compatibilityDate: "2026-04-15",
        // The pool's own runner needs Node's modules. The Worker itself runs without them: see wrangler.toml.
        compatibilityFlags: ["nodejs_compat", ...RUNNER_FLAGS],
        d1Databases: ["DB", "EMPTY_DB"],
        ratelimits: {
          RATE_1_60: { simple: { limit: 1, period: 60 } },
          RATE_3_60: { simple: { limit: 3, period: 60 } },
          RATE_5_60: { simple: { limit: 5, period: 60 } },
          RATE_1_10: { simple: { limit: 1, period: 10 } },
        },
        bindings: { MIGRATIONS: await readD1Migrations("src/adapters/worker/migrations") },
      },
    }),
  ],
  test: {
    include: [
      "src/{serve,slack,domain,ports,retrieve,compose,converse}/**/*.test.ts",
      "src/{ask,remember}.test.ts",
      "src/adapters/core/**/*.test.ts",
      "src/**/*.worker.test.ts",
    ],
    exclude: [
      "**/node_modules/**",
      "src/**/*.browser.test.ts",
      // A language model on loopback, served by Node.
      "src/ask/*.test.ts",
      "src/adapters/core/{llm-condenser,model-calls}.test.ts",
    ],
    testTimeout: 60_000,
    // One runtime for all, file after file: starting one for each takes four times as long. Tests of D1 begin with empty tables.
    isolate: false,
    fileParallelism: false,
    reporters: ["default", createSummaryReporter()],
  },
}));
