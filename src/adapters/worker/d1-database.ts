import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import { AppError } from "../../domain/errors.ts";
import type { SqlDatabase, SqlStatement } from "../core/sql/sql-database.ts";

/** What of a D1 binding is used. */
export type D1Binding = Pick<D1Database, "prepare" | "batch">;

/** What passes by itself, in the words of D1's list of errors (developers.cloudflare.com/d1/observability/debug-d1). */
const PASSING =
  /network connection lost|storage caused object to be reset|code was updated|overloaded|exceeded timeout|transient issue|reset your connection|too many requests/iu;

/**
 * A D1 database whose tables were made by the migrations beside this file. D1 runs a batch as a transaction, and repeats
 * reads that failed in passing by itself; writes are not repeated here: a lost reply does not say whether they were done.
 * Failures are AppErrors `database_unavailable`, retryable where D1 says that they pass.
 */
export function createD1Database(binding: D1Binding): SqlDatabase {
  const prepare = ({ sql, args }: SqlStatement): D1PreparedStatement => binding.prepare(sql).bind(...args);
  return {
    all: async (statement) => {
      try {
        return (await prepare(statement).all()).results;
      } catch (error) {
        throw failureOf(error);
      }
    },
    batch: async (statements) => {
      // D1 refuses a batch of nothing.
      if (statements.length === 0) return;
      try {
        await binding.batch(statements.map(prepare));
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

function failureOf(cause: unknown): AppError {
  const said = String(cause);
  const message = /no such table/iu.test(said)
    ? "The database has no tables yet: run `npx wrangler d1 migrations apply DB --remote`."
    : "The database failed; the log says why.";
  return new AppError("database_unavailable", message, { cause, retryable: PASSING.test(said) });
}
