import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite";

export type SqlValue = string | number | Uint8Array | null;
export type SqlRow = Readonly<Record<string, unknown>>;

/** SQL over one open connection. A statement is prepared once. Everything throws what SQLite says. */
export interface Queries {
  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined;
  all(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[];
  /** Answers how many rows it touched. */
  run(sql: string, ...values: readonly SqlValue[]): number;
  /** Statements without values and without an answer. */
  exec(sql: string): void;
}

export function queriesOf(connection: DatabaseSyncInstance): Queries {
  const prepared = new Map<string, StatementSyncInstance>();
  const prepare = (sql: string) => {
    const statement = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    get: (sql, ...values) => prepare(sql).get(...values),
    all: (sql, ...values) => prepare(sql).all(...values),
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    exec: (sql) => connection.exec(sql),
  };
}
