import { openSqlite } from "../adapters/node/sqlite.ts";
import type { Logger } from "../ports/logger.ts";
import type { Settings } from "./settings.ts";
import { createSqlMemory, type KeepingSettings, type SqlMemory } from "./sql-memory.ts";

const UPKEEP_MS = 3_600_000;

export interface OpenMemory extends Omit<SqlMemory, "removeOld"> {
  close(): Promise<void>;
}

export type MemorySettings = KeepingSettings & Pick<Settings, "DATABASE">;

export interface MemoryOptions {
  readonly logger?: Logger;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/**
 * Opens the database that the settings name, removes what is too old, now and every hour, and gives what is kept; null
 * when DATABASE is off.
 * @throws AppError `target_unwritable` when it cannot be opened.
 */
export async function openMemory(
  settings: MemorySettings,
  { logger, clock = () => Date.now() }: MemoryOptions = {},
): Promise<OpenMemory | null> {
  if (settings.DATABASE === "off") return null;
  const database = await openSqlite(settings.DATABASE);
  const { removeOld, ...memory } = createSqlMemory(database, settings, clock);
  const upkeep = async (): Promise<void> => {
    await removeOld();
    await database.compact();
  };
  await upkeep();
  const timer = setInterval(() => {
    upkeep().catch((error: unknown) => logger?.error("old conversations cannot be removed", { error }));
  }, UPKEEP_MS);
  timer.unref();
  return {
    ...memory,
    close: async () => {
      clearInterval(timer);
      await database.close();
    },
  };
}
