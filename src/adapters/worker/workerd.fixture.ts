import { applyD1Migrations, env, type Bindings } from "cloudflare:test";
import { sql, type SqlDatabase } from "../core/sql/sql-database.ts";
import { createD1Database } from "./d1-database.ts";

/** The bindings that vitest.worker.config.ts gives to tests. */
export const bindings: Bindings = env;

/** The D1 database of the tests, with its migrations applied and its tables empty. */
export async function emptyD1(): Promise<SqlDatabase> {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const database = createD1Database(env.DB);
  const tables = await database.all(
    sql(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE %'`),
  );
  const own = tables.map(({ name }) => String(name)).filter((name) => !/^(?:_cf_|sqlite_|d1_)/u.test(name));
  await database.batch(own.map((name) => sql(`DELETE FROM ${name}`)));
  return database;
}
