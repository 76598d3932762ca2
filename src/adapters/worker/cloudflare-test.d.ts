/**
 * What of the pool's module is used. Its own declarations are made for projects without the DOM's types; this one checks
 * inner code against the DOM's, which Node and workerd have in common.
 */
declare module "cloudflare:test" {
  type D1Database = import("@cloudflare/workers-types").D1Database;
  type RateLimit = import("@cloudflare/workers-types").RateLimit;
  type ExecutionContext = import("@cloudflare/workers-types").ExecutionContext;
  interface D1Migration {
    name: string;
    queries: string[];
  }

  /** Bindings that vitest.worker.config.ts makes. */
  export interface Bindings {
    readonly DB: D1Database;
    /** Has no tables. */
    readonly EMPTY_DB: D1Database;
    readonly MIGRATIONS: D1Migration[];
    /** RATE_points_seconds. */
    readonly RATE_1_60: RateLimit;
    readonly RATE_3_60: RateLimit;
    readonly RATE_5_60: RateLimit;
    readonly RATE_1_10: RateLimit;
  }
  export const env: Bindings;
  export function applyD1Migrations(database: D1Database, migrations: D1Migration[]): Promise<void>;
  export function createExecutionContext(): ExecutionContext;
  export function waitOnExecutionContext(context: ExecutionContext): Promise<void>;
}
