import { getPlatformProxy } from "wrangler";
import { SCHEMA } from "../../adapters/core/sql/schema.ts";
import { createD1Database, type D1Binding } from "../../adapters/worker/d1-database.ts";
import type { StoredAnswer } from "../../domain/stored-answer.ts";
import { createSqlMemory, type KeepingSettings } from "../sql-memory.ts";

/** Rows that D1 writes, and bills, to keep an answer that begins a conversation, and one that goes on with it. */
export interface D1Rows {
  readonly first: number;
  readonly next: number;
}

/** Counts them with the D1 of workerd. @param folder that its database is kept in */
export async function countD1Rows(settings: KeepingSettings, folder: string): Promise<D1Rows> {
  const { env, dispose } = await getPlatformProxy<{ readonly DB: D1Binding }>({ persist: { path: folder } });
  let written = 0;
  const counting: D1Binding = {
    prepare: (sql) => env.DB.prepare(sql),
    batch: async <T>(statements: Parameters<D1Binding["batch"]>[0]) => {
      const results = await env.DB.batch<T>(statements);
      for (const { meta } of results) written += meta.rows_written;
      return results;
    },
  };
  try {
    const database = createD1Database(counting);
    await database.batch(SCHEMA);
    const { conversations } = createSqlMemory(database, settings);
    const rowsOf = async (work: Promise<void>): Promise<number> => {
      written = 0;
      await work;
      return written;
    };
    // In a table with other rows: an empty one is no example.
    await conversations.begin("other", answer("o1"));
    const first = await rowsOf(conversations.begin("c", answer("a1")));
    return { first, next: await rowsOf(conversations.append("c", answer("a2"))) };
  } finally {
    await dispose();
  }
}

function answer(id: string): StoredAnswer {
  return {
    id,
    question: "How many?",
    standaloneQuestion: "How many?",
    answer: "Twelve. [1]",
    citations: [{ passageId: "p", quote: "Twelve." }],
    reason: null,
    confidence: 1,
    language: "en",
    at: 1,
  };
}
