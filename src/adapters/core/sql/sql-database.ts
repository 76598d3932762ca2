export type SqlValue = string | number | null;

export interface SqlStatement {
  readonly sql: string;
  /** Put in the place of the question marks. */
  readonly args: readonly SqlValue[];
}

/** A database that speaks SQLite's SQL: embedded SQLite on Node, D1 on Workers. */
export interface SqlDatabase {
  /** Rows by the names of their columns. */
  all(statement: SqlStatement): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Runs all or, when one fails, none of the statements. */
  batch(statements: readonly SqlStatement[]): Promise<void>;
}

export function sql(text: string, ...args: readonly SqlValue[]): SqlStatement {
  return { sql: text, args };
}
