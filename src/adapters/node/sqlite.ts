import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client/sqlite3";
import { AppError } from "../../domain/errors.ts";
import { makeTables } from "../core/sql/schema.ts";
import type { SqlDatabase } from "../core/sql/sql-database.ts";

/** Milliseconds to wait for another process that is writing. */
const BUSY_MS = 5_000;

export interface Sqlite extends SqlDatabase {
  /** Writes the log back into the file and empties it: what was removed is gone from the disk then. */
  compact(): Promise<void>;
  /** Compacts and closes; a second time does nothing. */
  close(): Promise<void>;
}

/**
 * Opens the database in a file, made with its folder and tables when it is not there.
 * @throws AppError `target_unwritable` when it cannot be opened or is no database.
 */
export async function openSqlite(path: string): Promise<Sqlite> {
  try {
    await mkdir(dirname(resolve(path)), { recursive: true });
    const client = createClient({
      url: pathToFileURL(resolve(path)).href,
      // One connection: what it is told below holds for all that follows.
      concurrency: 1,
      timeout: BUSY_MS,
    });
    const compact = async (): Promise<void> => {
      await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    };
    const database: Sqlite = {
      all: async ({ sql, args }) => (await client.execute({ sql, args: [...args] })).rows,
      batch: async (statements) => {
        await client.batch(
          statements.map(({ sql, args }) => ({ sql, args: [...args] })),
          "write",
        );
      },
      compact,
      close: async () => {
        if (client.closed) return;
        await compact();
        client.close();
      },
    };
    // A write-ahead log takes a commit without waiting for the disk; what a killed process wrote is in it (sqlite.org/wal.html).
    await client.execute("PRAGMA journal_mode = WAL");
    await client.execute("PRAGMA synchronous = NORMAL");
    // What is removed is overwritten, not only unlinked.
    await client.execute("PRAGMA secure_delete = ON");
    await makeTables(database);
    return database;
  } catch (cause) {
    throw new AppError(
      "target_unwritable",
      `the database ${path} cannot be opened: make its folder writable, or set DATABASE to another file, or to off`,
      { cause },
    );
  }
}
